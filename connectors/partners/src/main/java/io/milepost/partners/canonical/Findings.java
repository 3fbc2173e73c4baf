package io.milepost.partners.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.mapping.Unusable;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Places;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with what a template made, at the places of what was sent. */
final class Findings {

    private static final int LONGEST_QUOTE = 60;

    private final Places places;
    private final List<Problem> problems = new ArrayList<>();

    Findings(Places places) {
        this.places = places;
    }

    /** A value that cannot be used. */
    void value(String code, JsonNode value, String path, String expected) {
        if (value instanceof Unusable unusable) {
            add(
                    unusable.code(),
                    places.of(value),
                    "%s: expected %s but found %s"
                            .formatted(path, unusable.expected(), quoted(value)));
        } else {
            add(
                    code,
                    places.of(value),
                    "%s: expected %s but found %s".formatted(path, expected, quoted(value)));
        }
    }

    /** Something that is not there; it is told where the rest of the object stands. */
    void missing(JsonNode object, String path, String expected) {
        add("missing", near(object), "%s: expected %s but found nothing".formatted(path, expected));
    }

    /** Something about an object as a whole. */
    void object(String code, JsonNode object, String message) {
        add(code, near(object), message);
    }

    /** Something that is left out without harm. */
    void warning(String code, JsonNode value, String message) {
        problems.add(Problem.warning(code, places.of(value), message));
    }

    private void add(String code, Place place, String message) {
        problems.add(Problem.error(code, place, message));
    }

    /** The place of the first value in the object that has one. */
    private Place near(JsonNode node) {
        Place place = places.of(node);
        if (!place.equals(Place.WHOLE)) {
            return place;
        }
        for (JsonNode child : node) {
            Place below = near(child);
            if (!below.equals(Place.WHOLE)) {
                return below;
            }
        }
        return Place.WHOLE;
    }

    private static String quoted(JsonNode value) {
        if (value.isObject()) {
            return "fields";
        }
        if (value.isArray()) {
            return "a list";
        }
        String text = value.asText();
        return text.length() <= LONGEST_QUOTE
                ? "'" + text + "'"
                : "'" + text.substring(0, LONGEST_QUOTE) + "...'";
    }

    /** Whether something makes the message unusable. */
    boolean refuse() {
        return problems.stream().anyMatch(it -> it.severity() == Problem.Severity.ERROR);
    }

    List<Problem> problems() {
        return problems;
    }
}
