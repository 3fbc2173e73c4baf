package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;
import io.milepost.local.feed.Micros;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One version of a service-level rule, as the oracle reads it. Times and spans are microseconds.
 *
 * @param name name of the rule, the same for all of its versions
 * @param version number of the version; the highest that applies is used
 * @param effectiveFromMicros holds for clocks started at or after this time
 * @param appliesToRunningClocks holds for clocks that were started earlier, too
 * @param expects the milestone that must come
 * @param startedBy the milestone that starts the clock
 * @param base what the deadline counts from
 * @param allowanceMicros added to the base, may be negative
 * @param endOfDay whether the deadline moves to 00:00 of the next day
 * @param zone the zone of that day
 */
public record OracleRule(
        String name,
        int version,
        long effectiveFromMicros,
        boolean appliesToRunningClocks,
        MilestoneName expects,
        MilestoneName startedBy,
        Base base,
        long allowanceMicros,
        boolean endOfDay,
        ZoneId zone) {

    /** What a deadline counts from. */
    public enum Base {
        /** When the clock was started. */
        START,
        /** What was promised first. */
        FIRST_PROMISE,
        /** What is promised now. */
        CURRENT_PROMISE
    }

    private static final OracleRule RECEIPT =
            of("receipt", MilestoneName.RECEIVED, Base.CURRENT_PROMISE, 0).untilEndOfDay();

    private static final OracleRule INVOICE =
            of("invoice", MilestoneName.INVOICED, Base.START, 30 * Micros.DAY)
                    .startedBy(MilestoneName.RECEIVED);

    /** A first version, in force for ever, started by the order, exact to the microsecond. */
    public static OracleRule of(
            String name, MilestoneName expects, Base base, long allowanceMicros) {
        return new OracleRule(
                name,
                1,
                Long.MIN_VALUE,
                false,
                expects,
                MilestoneName.ORDERED,
                base,
                allowanceMicros,
                false,
                ZoneOffset.UTC);
    }

    /** The rules that the demo runs with. */
    public static List<OracleRule> demo() {
        return List.of(
                of("acknowledgement", MilestoneName.ACKNOWLEDGED, Base.START, 48 * Micros.HOUR),
                of("ship-notice", MilestoneName.SHIPPED, Base.CURRENT_PROMISE, -24 * Micros.HOUR),
                RECEIPT,
                INVOICE);
    }

    /** The rule that the SCMS log is replayed with: received by the end of the promised day. */
    public static List<OracleRule> scms() {
        return List.of(RECEIPT);
    }

    /**
     * The rule that the BPI Challenge 2019 log is replayed with: invoiced in time when received.
     */
    public static List<OracleRule> bpic2019() {
        return List.of(INVOICE);
    }

    /** The same rule with another milestone that starts its clock. */
    public OracleRule startedBy(MilestoneName milestone) {
        return new OracleRule(
                name,
                version,
                effectiveFromMicros,
                appliesToRunningClocks,
                expects,
                milestone,
                base,
                allowanceMicros,
                endOfDay,
                zone);
    }

    /** The same rule with the deadline at the end of its day, UTC. */
    public OracleRule untilEndOfDay() {
        return new OracleRule(
                name,
                version,
                effectiveFromMicros,
                appliesToRunningClocks,
                expects,
                startedBy,
                base,
                allowanceMicros,
                true,
                zone);
    }

    /** The same rule as another version. */
    public OracleRule version(int number, long fromMicros, boolean runningClocks) {
        return new OracleRule(
                name,
                number,
                fromMicros,
                runningClocks,
                expects,
                startedBy,
                base,
                allowanceMicros,
                endOfDay,
                zone);
    }

    /** Whether this version holds for a clock that was started at a time. */
    boolean appliesTo(long startMicros) {
        return appliesToRunningClocks || effectiveFromMicros <= startMicros;
    }

    /** The first microsecond that is too late. */
    long deadline(long baseMicros) {
        long plain = baseMicros + allowanceMicros;
        if (!endOfDay) {
            return plain;
        }
        Instant instant = Micros.toInstant(plain);
        ZonedDateTime nextDay = instant.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);
        return Micros.of(nextDay.toInstant());
    }
}
