package io.milepost.local.oracle;

import io.milepost.local.feed.Micros;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When something is due, counted from a base. Spans are microseconds.
 *
 * @param allowance added to the base, may be negative
 * @param endOfDay whether the deadline moves to the end of its day
 * @param zone the zone of that day, without a calendar
 * @param warnBefore a warning is due so long before the deadline; 0 for none
 * @param calendar which time counts; {@code null} when all does
 */
record Due(long allowance, boolean endOfDay, ZoneId zone, long warnBefore, WorkingTime calendar) {

    static Due after(long allowance) {
        return new Due(allowance, false, ZoneOffset.UTC, 0, null);
    }

    /** The first microsecond that is too late. */
    long deadline(long base) {
        if (calendar != null) {
            long plain = calendar.plus(base, allowance);
            return endOfDay ? calendar.endOfWork(plain) : plain;
        }
        long plain = base + allowance;
        return endOfDay ? nextMidnight(plain) : plain;
    }

    boolean warns() {
        return warnBefore > 0;
    }

    /** When the warning of a deadline is due. */
    long warning(long deadline) {
        return calendar == null ? deadline - warnBefore : calendar.plus(deadline, -warnBefore);
    }

    private long nextMidnight(long micros) {
        return Micros.of(
                Micros.toInstant(micros)
                        .atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
    }
}
