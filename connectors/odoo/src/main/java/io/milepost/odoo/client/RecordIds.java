package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of records in an answer, which differ by wire and method: a number, a list of numbers, or
 * Python's text of a record set such as {@code mail.activity(18,)}.
 */
public final class RecordIds {

    private static final Pattern TEXT = Pattern.compile("[a-z_0-9.]+\\(([0-9, ]*)\\)");

    private RecordIds() {}

    /**
     * The ids of an answer; empty for {@code false}, {@code null} and empty record sets.
     *
     * @throws IllegalArgumentException if it holds no ids
     */
    public static List<Long> of(JsonNode result) {
        List<Long> ids = new ArrayList<>();
        if (result.isIntegralNumber()) {
            ids.add(result.longValue());
        } else if (result.isArray()) {
            result.forEach(element -> ids.addAll(of(element)));
        } else if (result.isTextual()) {
            Matcher matcher = TEXT.matcher(result.textValue());
            if (!matcher.matches()) {
                throw none(result);
            }
            for (String id : matcher.group(1).split("[, ]+")) {
                if (!id.isEmpty()) {
                    ids.add(Long.parseLong(id));
                }
            }
        } else if (!result.isNull() && !(result.isBoolean() && !result.booleanValue())) {
            throw none(result);
        }
        return ids;
    }

    private static IllegalArgumentException none(JsonNode result) {
        return new IllegalArgumentException(
                "Expected ids of records but found JSON of type " + result.getNodeType());
    }
}
