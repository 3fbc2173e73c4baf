package io.milepost.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Times as {@code long} microseconds since 1970-01-01T00:00:00Z, which is what facts are kept and
 * compared in; {@link Instant} stays at the border, where Avro wants it.
 */
public final class Times {

    /** No time: earlier than every time. */
    public static final long NONE = Long.MIN_VALUE;

    private Times() {}

    /**
     * Microseconds of an instant.
     *
     * @param instant may be {@code null}, which gives {@link #NONE}
     */
    public static long micros(Instant instant) {
        return instant == null ? NONE : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The day of a time in UTC; a time must be given. */
    public static LocalDate day(long micros) {
        return LocalDate.ofInstant(instant(micros), ZoneOffset.UTC);
    }

    /** The instant of a time, or {@code null} for {@link #NONE}. */
    public static Instant instant(long micros) {
        return micros == NONE ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
