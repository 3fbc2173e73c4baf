package io.milepost.cli.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of JSON with numbers, and groups of numbers, in the order in which they were added. */
public final class JsonLine {

    private final Map<String, Object> parts = new LinkedHashMap<>();

    /** Adds a count. */
    public JsonLine with(String name, long count) {
        parts.put(name, count);
        return this;
    }

    /** Adds real time in seconds, with one digit after the point. */
    public JsonLine seconds(Duration took) {
        parts.put(
                "seconds",
                BigDecimal.valueOf(took.toMillis(), 3).setScale(1, RoundingMode.HALF_UP));
        return this;
    }

    /** Adds a group of parts under a name of its own. */
    public JsonLine with(String name, JsonLine group) {
        parts.put(name, group);
        return this;
    }

    @Override
    public String toString() {
        return parts.entrySet().stream()
                .map(part -> '"' + part.getKey() + "\":" + part.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
