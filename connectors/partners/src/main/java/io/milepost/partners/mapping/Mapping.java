package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.message.Problem;
import java.util.List;

/**
 * What a template made of a message.
 *
 * @param output the canonical events as JSON; missing if there is a problem
 * @param problems why there is no output; values that are not usable are in the output and are
 *     found when it is read
 */
public record Mapping(JsonNode output, List<Problem> problems) {

    /** Takes a copy of the problems. */
    public Mapping {
        problems = List.copyOf(problems);
    }
}
