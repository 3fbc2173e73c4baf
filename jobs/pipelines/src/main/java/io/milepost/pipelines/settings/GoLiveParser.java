package io.milepost.pipelines.settings;

import io.milepost.state.Times;
import io.milepost.state.sla.GoLive;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** How it is written from when on companies work with Milepost. */
public final class GoLiveParser {

    private GoLiveParser() {}

    /**
     * {@code company=time} pairs separated by commas, {@code *} for the other companies.
     *
     * @throws IllegalArgumentException on anything else
     */
    public static GoLive parse(String text) {
        Map<String, Long> times = new HashMap<>();
        Parsers.pairs(text)
                .forEach((company, time) -> times.put(company, Times.micros(time(time))));
        Long others = times.remove("*");
        return new GoLive(times, others == null ? Times.NONE : others);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time: " + text, e);
        }
    }
}
