package io.milepost.local.oracle;

import io.milepost.local.feed.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Counts time in which people work, one working day after the other. Times and spans are
 * microseconds.
 *
 * @param zone where the clock on the wall hangs
 * @param days on which dates people work
 * @param fromMinute start of work, minutes after midnight
 * @param toMinute end of work, exclusive, minutes after midnight; 1440 is midnight
 */
record WorkingTime(ZoneId zone, WorkDays days, int fromMinute, int toMinute) {

    private static final int MINUTES_OF_A_DAY = 1_440;

    /** No allowance that rules may have needs as many. */
    private static final int MOST_DAYS = 100_000;

    /** A time so much working time later, or earlier if it is negative. */
    long plus(long micros, long working) {
        if (working == 0) {
            return micros;
        }
        return working > 0 ? forwards(micros, working) : backwards(micros, -working);
    }

    /** When work ends on the day of a time, or on the next day on which it ends at or after it. */
    long endOfWork(long micros) {
        LocalDate date = dateOf(micros);
        for (int i = 0; i < MOST_DAYS; i++, date = date.plusDays(1)) {
            if (days.contains(date) && end(date) >= micros) {
                return end(date);
            }
        }
        throw tooFar(micros);
    }

    private long forwards(long micros, long working) {
        long left = working;
        LocalDate date = dateOf(micros).minusDays(1);
        for (int i = 0; i < MOST_DAYS; i++, date = date.plusDays(1)) {
            if (days.contains(date)) {
                long start = Math.max(micros, start(date));
                long worked = Math.max(0, end(date) - start);
                if (left <= worked) {
                    return start + left;
                }
                left -= worked;
            }
        }
        throw tooFar(micros);
    }

    private long backwards(long micros, long working) {
        long left = working;
        LocalDate date = dateOf(micros).plusDays(1);
        for (int i = 0; i < MOST_DAYS; i++, date = date.minusDays(1)) {
            if (days.contains(date)) {
                long end = Math.min(micros, end(date));
                long worked = Math.max(0, end - start(date));
                if (left <= worked) {
                    return end - left;
                }
                left -= worked;
            }
        }
        throw tooFar(micros);
    }

    private long start(LocalDate date) {
        return onTheWall(date, fromMinute);
    }

    private long end(LocalDate date) {
        return onTheWall(date, toMinute);
    }

    /** The first instant at which the clock on the wall shows a time, or has skipped it. */
    private long onTheWall(LocalDate date, int minute) {
        LocalDateTime wall =
                minute == MINUTES_OF_A_DAY
                        ? date.plusDays(1).atStartOfDay()
                        : date.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition moved = zone.getRules().getTransition(wall);
        Instant instant =
                moved != null && moved.isGap() ? moved.getInstant() : wall.atZone(zone).toInstant();
        return Micros.of(instant);
    }

    private LocalDate dateOf(long micros) {
        return Micros.toInstant(micros).atZone(zone).toLocalDate();
    }

    private static IllegalStateException tooFar(long micros) {
        return new IllegalStateException(
                "no working time found within %d days of %s"
                        .formatted(MOST_DAYS, Micros.toInstant(micros)));
    }
}
