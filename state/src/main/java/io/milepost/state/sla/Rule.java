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
import io.milepost.state.view.Portion;
import io.milepost.state.view.Promises;
import io.milepost.state.view.Reached;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One version of a service-level rule, or of one variant of it: the milestone that must come and by
 * when.
 *
 * @param name name of the rule
 * @param variant name of the variant; empty for the general one
 * @param version its version, from 1
 * @param effectiveFrom clocks that start from here on use it
 * @param appliesToRunningClocks whether clocks that were started before do as well
 * @param expects the milestone that must come
 * @param portion how much of the line must come; in full unless it expects RECEIVED
 * @param perScheduleLine whether what is promised before the line is complete must come as well,
 *     each by its own day
 * @param startedBy the milestone that starts the clock
 * @param base what the deadline counts from
 * @param allowance added to the base, microseconds; may be negative
 * @param endOfDay whether the deadline is moved to the end of its day, exclusive
 * @param zone zone of that day, unless there is a calendar
 * @param calendar which time counts; {@code null} when all does
 * @param warnBefore how long before the deadline a warning is due, microseconds; 0 for none
 * @param restartedByCarrier whether each later carrier status starts the clock anew
 * @param severity how severe a breach is, unless the open value says more
 * @param severityByValue severities by open value, lowest value first
 * @param match what matched means; {@code null} when the rule says nothing of it
 * @param selector which lines it is for
 * @param requests what Odoo is asked for; {@code null} for a rule that expects a milestone. A rule
 *     that has it expects nothing
 */
public record Rule(
        String name,
        String variant,
        int version,
        long effectiveFrom,
        boolean appliesToRunningClocks,
        MilestoneName expects,
        Portion portion,
        boolean perScheduleLine,
        MilestoneName startedBy,
        DeadlineBase base,
        long allowance,
        boolean endOfDay,
        ZoneId zone,
        BusinessCalendar calendar,
        long warnBefore,
        boolean restartedByCarrier,
        Severity severity,
        List<ValueBand> severityByValue,
        MatchPolicy match,
        PolicySelector selector,
        RequestPolicy requests) {

    /** What carriers say on the way: whichever is known, the last of them is known as well. */
    static final List<MilestoneName> CARRIER_STATUSES =
            List.of(
                    MilestoneName.PICKED_UP,
                    MilestoneName.IN_TRANSIT,
                    MilestoneName.ARRIVED,
                    MilestoneName.CUSTOMS_CLEARED,
                    MilestoneName.OUT_FOR_DELIVERY);

    /** A rule that expects a milestone. */
    public Rule(
            String name,
            String variant,
            int version,
            long effectiveFrom,
            boolean appliesToRunningClocks,
            MilestoneName expects,
            Portion portion,
            boolean perScheduleLine,
            MilestoneName startedBy,
            DeadlineBase base,
            long allowance,
            boolean endOfDay,
            ZoneId zone,
            BusinessCalendar calendar,
            long warnBefore,
            boolean restartedByCarrier,
            Severity severity,
            List<ValueBand> severityByValue,
            MatchPolicy match,
            PolicySelector selector) {
        this(
                name,
                variant,
                version,
                effectiveFrom,
                appliesToRunningClocks,
                expects,
                portion,
                perScheduleLine,
                startedBy,
                base,
                allowance,
                endOfDay,
                zone,
                calendar,
                warnBefore,
                restartedByCarrier,
                severity,
                severityByValue,
                match,
                selector,
                null);
    }

    /** A rule without variants, calendar, warning and what else is optional. */
    public Rule(
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
        this(
                name,
                "",
                version,
                effectiveFrom,
                appliesToRunningClocks,
                expects,
                Portion.IN_FULL,
                false,
                startedBy,
                base,
                allowance,
                endOfDay,
                zone,
                null,
                0,
                false,
                severity,
                List.of(),
                null,
                selector);
    }

    /**
     * The rule that a published policy states.
     *
     * @throws IllegalArgumentException if it cannot be applied; the message names field, expected
     *     and found
     */
    public static Rule of(SlaPolicy policy) {
        return new PolicyConversion(policy).rule();
    }

    /** Whether the rule is for this line. */
    public boolean selects(LineKey key, OrderFact order) {
        return Selectors.selects(selector, key, order);
    }

    /** Whether a clock that was started then uses this version, if no later one does. */
    public boolean holdsFor(long startedAt) {
        return appliesToRunningClocks || effectiveFrom <= startedAt;
    }

    /**
     * The deadline by what is known, or {@link Times#NONE} while its base is unknown.
     *
     * @param start what started the clock last
     */
    public long deadline(Reached start, Knowledge knowledge) {
        return deadlineFrom(
                switch (base) {
                    case START -> start.occurredAt();
                    case FIRST_PROMISE -> Promises.first(knowledge);
                    case CURRENT_PROMISE -> Promises.current(knowledge);
                    case UNKNOWN -> Times.NONE;
                });
    }

    /** The deadline that counts from a time; {@link Times#NONE} for no time. */
    public long deadlineFrom(long from) {
        if (from == Times.NONE) {
            return Times.NONE;
        }
        long due = dueFrom(from);
        if (!endOfDay) {
            return due;
        }
        return calendar == null ? endOfDay(due) : calendar.endOfDay(due);
    }

    /** A time and the allowance, before the deadline is moved to the end of its day. */
    public long dueFrom(long from) {
        return calendar == null ? from + allowance : calendar.add(from, allowance);
    }

    /** When a warning of a deadline is due; {@link Times#NONE} if none is, or for no deadline. */
    public long warnAt(long deadline) {
        if (warnBefore == 0 || deadline == Times.NONE) {
            return Times.NONE;
        }
        return calendar == null ? deadline - warnBefore : calendar.add(deadline, -warnBefore);
    }

    /**
     * How severe a breach is.
     *
     * @param openValue open value of the line in the order's currency; {@code null} if unknown
     */
    public Severity severity(BigDecimal openValue) {
        Severity reached = severity;
        for (ValueBand band : severityByValue) {
            if (openValue != null && openValue.compareTo(band.openValueFrom()) >= 0) {
                reached = band.severity();
            }
        }
        return reached;
    }

    /**
     * From when the clock counts: its start, or the latest carrier status if that starts it anew.
     *
     * @param startedAt when the clock was started
     * @param reachedAt when a milestone was reached; {@link Times#NONE} if it was not
     */
    public long clockFrom(long startedAt, ToLongFunction<MilestoneName> reachedAt) {
        long from = startedAt;
        if (restartedByCarrier && startedAt != Times.NONE) {
            for (MilestoneName status : CARRIER_STATUSES) {
                from = Math.max(from, reachedAt.applyAsLong(status));
            }
        }
        return from;
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
}
