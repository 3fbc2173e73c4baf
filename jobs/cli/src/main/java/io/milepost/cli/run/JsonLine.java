package io.milepost.cli.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of JSON with numbers by name, in the order in which they were added. */
public final class JsonLine {

    private final Map<String, Number> numbers = new LinkedHashMap<>();

    /** Adds a count. */
    public JsonLine with(String name, long count) {
        numbers.put(name, count);
        return this;
    }

    /** Adds real time in seconds, with one digit after the point. */
    public JsonLine seconds(Duration took) {
        numbers.put(
                "seconds",
                BigDecimal.valueOf(took.toMillis(), 3).setScale(1, RoundingMode.HALF_UP));
        return this;
    }

    @Override
    public String toString() {
        return numbers.entrySet().stream()
                .map(number -> '"' + number.getKey() + "\":" + number.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
