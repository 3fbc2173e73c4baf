package io.milepost.state.sla;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Promises;
import io.milepost.state.view.Reached;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One version of a service-level rule: the milestone that must come and by when.
 *
 * @param name name of the rule
 * @param version its version, from 1
 * @param effectiveFrom clocks that start from here on use it
 * @param appliesToRunningClocks whether clocks that were started before do as well
 * @param expects the milestone that must come
 * @param startedBy the milestone that starts the clock
 * @param base what the deadline counts from
 * @param allowance added to the base, microseconds; may be negative
 * @param endOfDay whether the deadline is moved to the end of its day, exclusive
 * @param zone zone of that day
 * @param severity how severe a breach is
 * @param selector which lines it is for
 */
public record Rule(
        String name,
        int version,
        long effectiveFrom,
        boolean appliesToRunningClocks,
        MilestoneName expects,
        MilestoneName startedBy,
        DeadlineBase base,
        long allowance,
        boolean endOfDay,
        ZoneId zone,
        Severity severity,
        PolicySelector selector) {

    /**
     * The rule that a published policy states.
     *
     * @throws IllegalArgumentException if it cannot be applied; the message names field, expected
     *     and found
     */
    public static Rule of(SlaPolicy policy) {
        require(policy, "version", policy.getVersion() >= 1, "a number > 0", policy.getVersion());
        require(
                policy,
                "expects",
                policy.getExpects() != MilestoneName.UNKNOWN,
                "a milestone",
                policy.getExpects());
        require(
                policy,
                "startedBy",
                policy.getStartedBy() != MilestoneName.UNKNOWN,
                "a milestone",
                policy.getStartedBy());
        require(
                policy,
                "base",
                policy.getBase() != DeadlineBase.UNKNOWN,
                "START, FIRST_PROMISE or CURRENT_PROMISE",
                policy.getBase());
        return new Rule(
                policy.getRule(),
                policy.getVersion(),
                Times.micros(policy.getEffectiveFrom()),
                policy.getAppliesToRunningClocks(),
                policy.getExpects(),
                policy.getStartedBy(),
                policy.getBase(),
                policy.getAllowanceMicros(),
                policy.getEndOfDay(),
                zone(policy),
                policy.getSeverity(),
                policy.getSelector());
    }

    /** Whether the rule is for this line. */
    public boolean selects(LineKey key, OrderFact order) {
        return matches(selector.getCompany(), key.company())
                && matches(selector.getSupplier(), order.vendor())
                && matches(selector.getCategory(), order.category())
                && matches(selector.getWarehouse(), order.warehouse())
                && matches(selector.getIncoterm(), order.incoterm());
    }

    /** Whether a clock that was started then uses this version, if no later one does. */
    public boolean holdsFor(long startedAt) {
        return appliesToRunningClocks || effectiveFrom <= startedAt;
    }

    /** The deadline by what is known, or {@link Times#NONE} while its base is unknown. */
    public long deadline(Reached start, Knowledge knowledge) {
        long from =
                switch (base) {
                    case START -> start.occurredAt();
                    case FIRST_PROMISE -> Promises.first(knowledge);
                    case CURRENT_PROMISE -> Promises.current(knowledge);
                    case UNKNOWN -> Times.NONE;
                };
        if (from == Times.NONE) {
            return Times.NONE;
        }
        return endOfDay ? endOfDay(from + allowance) : from + allowance;
    }

    /** 00:00 of the day after, as the zone's calendar has it: a day of 23 or 25 hours is a day. */
    private long endOfDay(long time) {
        Instant end =
                Times.instant(time)
                        .atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant();
        return Times.micros(end);
    }

    private static boolean matches(String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }

    private static ZoneId zone(SlaPolicy policy) {
        try {
            return ZoneId.of(policy.getZone());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    message(policy, "zone", "an IANA time zone", policy.getZone()), e);
        }
    }

    private static void require(
            SlaPolicy policy, String field, boolean holds, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(message(policy, field, expected, found));
        }
    }

    private static String message(SlaPolicy policy, String field, String expected, Object found) {
        return "sla rule "
                + policy.getRule()
                + "/"
                + policy.getVersion()
                + "."
                + field
                + ": expected "
                + expected
                + " but found "
                + found;
    }
}
