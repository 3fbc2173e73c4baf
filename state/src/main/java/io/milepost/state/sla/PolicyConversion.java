package io.milepost.state.sla;

import io.milepost.events.DeadlineBase;
import io.milepost.events.InvoiceAnswer;
import io.milepost.events.LimitCombination;
import io.milepost.events.MatchKind;
import io.milepost.events.MatchTolerance;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import io.milepost.events.PartialAnswer;
import io.milepost.events.SaleAnswer;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.events.Tolerance;
import io.milepost.events.WorkingCalendar;
import io.milepost.events.WorkingDay;
import io.milepost.state.Times;
import io.milepost.state.view.Portion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Makes a rule of a published policy, or says why it cannot be applied. */
final class PolicyConversion {

    /** Longest allowance and warning with a calendar: they are counted day by day. */
    private static final int MOST_WORKING_DAYS = 3_660;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SlaPolicy policy;

    PolicyConversion(SlaPolicy policy) {
        this.policy = policy;
    }

    /**
     * The rule.
     *
     * @throws IllegalArgumentException if it cannot be applied
     */
    Rule rule() {
        require("version", policy.getVersion() >= 1, "a number > 0", policy.getVersion());
        require(
                "variant",
                policy.getVariant().indexOf('/') < 0,
                "a name without a slash",
                policy.getVariant());
        if (policy.getRequests() != null) {
            return requesting();
        }
        requireKnown("expects", policy.getExpects(), MilestoneName.UNKNOWN, "a milestone");
        requireKnown("startedBy", policy.getStartedBy(), MilestoneName.UNKNOWN, "a milestone");
        requireKnown(
                "base",
                policy.getBase(),
                DeadlineBase.UNKNOWN,
                "START, FIRST_PROMISE or CURRENT_PROMISE");
        require(
                "restartedByCarrier",
                !policy.getRestartedByCarrier() || policy.getBase() == DeadlineBase.START,
                "false unless base is START",
                true);
        require("warnBefore", policy.getWarnBeforeMicros() >= 0, "0 or more", "less");
        return new Rule(
                policy.getRule(),
                policy.getVariant(),
                policy.getVersion(),
                Times.micros(policy.getEffectiveFrom()),
                policy.getAppliesToRunningClocks(),
                policy.getExpects(),
                portion(),
                perScheduleLine(),
                policy.getStartedBy(),
                policy.getBase(),
                policy.getAllowanceMicros(),
                policy.getEndOfDay(),
                zone("zone", policy.getZone()),
                calendar(policy.getCalendar()),
                policy.getWarnBeforeMicros(),
                policy.getRestartedByCarrier(),
                policy.getSeverity(),
                bands(),
                match(policy.getMatch()),
                policy.getSelector(),
                null);
    }

    /** A rule that expects nothing and says what Odoo is asked for. */
    private Rule requesting() {
        require(
                "expects",
                policy.getExpects() == MilestoneName.UNKNOWN,
                "no milestone beside requests",
                policy.getExpects());
        require(
                "base",
                policy.getBase() == DeadlineBase.UNKNOWN,
                "no deadline beside requests",
                policy.getBase());
        requireKnown("startedBy", policy.getStartedBy(), MilestoneName.UNKNOWN, "a milestone");
        return new Rule(
                policy.getRule(),
                policy.getVariant(),
                policy.getVersion(),
                Times.micros(policy.getEffectiveFrom()),
                policy.getAppliesToRunningClocks(),
                MilestoneName.UNKNOWN,
                Portion.IN_FULL,
                false,
                policy.getStartedBy(),
                DeadlineBase.UNKNOWN,
                0,
                false,
                ZoneOffset.UTC,
                null,
                0,
                false,
                policy.getSeverity(),
                List.of(),
                null,
                policy.getSelector(),
                requests(policy.getRequests()));
    }

    private RequestPolicy requests(OdooRequests requests) {
        requireKnown(
                "requests.partial",
                requests.getPartial(),
                PartialAnswer.UNKNOWN,
                "REVIEW, SPLIT, QUANTITY or NONE");
        requireKnown("requests.bill", requests.getBill(), InvoiceAnswer.UNKNOWN, "NONE or DRAFT");
        requireKnown(
                "requests.salePromise",
                requests.getSalePromise(),
                SaleAnswer.UNKNOWN,
                "REVIEW, SET or NONE");
        return new RequestPolicy(
                requests.getLineDate(),
                requests.getPartial(),
                requests.getAcknowledge(),
                requests.getVendorReference(),
                requests.getTracking(),
                requests.getReceiptDate(),
                requests.getBill(),
                requests.getSalePromise());
    }

    private Portion portion() {
        BigDecimal percent = policy.getQuantityPercent();
        if (percent == null) {
            return Portion.IN_FULL;
        }
        require(
                "quantityPercent",
                policy.getExpects() == MilestoneName.RECEIVED,
                "none unless the rule expects RECEIVED",
                policy.getExpects());
        require(
                "quantityPercent",
                percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0,
                "0 to 100",
                percent);
        return percent.compareTo(HUNDRED) == 0 ? Portion.IN_FULL : Portion.share(percent);
    }

    private boolean perScheduleLine() {
        if (policy.getPerScheduleLine()) {
            require(
                    "perScheduleLine",
                    policy.getExpects() == MilestoneName.RECEIVED
                            && policy.getBase() == DeadlineBase.CURRENT_PROMISE
                            && policy.getQuantityPercent() == null,
                    "false unless the rule expects RECEIVED in full by CURRENT_PROMISE",
                    true);
        }
        return policy.getPerScheduleLine();
    }

    private BusinessCalendar calendar(WorkingCalendar published) {
        if (published == null) {
            return null;
        }
        String hours = published.getFromMinute() + " to " + published.getToMinute();
        require(
                "calendar.toMinute",
                0 <= published.getFromMinute()
                        && published.getFromMinute() < published.getToMinute()
                        && published.getToMinute() <= BusinessCalendar.DAY_MINUTES,
                "minutes of a day, the first before the last",
                hours);
        for (String code : published.getHolidays()) {
            require("calendar.holidays", Holidays.knows(code), Holidays.CODE, code);
        }
        BusinessCalendar calendar =
                new BusinessCalendar(
                        zone("calendar.zone", published.getZone()),
                        Collections.unmodifiableSortedSet(days(published)),
                        published.getFromMinute(),
                        published.getToMinute(),
                        published.getHolidays().stream().distinct().sorted().toList(),
                        Collections.unmodifiableSortedSet(
                                new TreeSet<>(published.getExtraHolidays())));
        requireCountable("allowance", policy.getAllowanceMicros(), calendar);
        requireCountable("warnBefore", policy.getWarnBeforeMicros(), calendar);
        return calendar;
    }

    private TreeSet<DayOfWeek> days(WorkingCalendar published) {
        TreeSet<DayOfWeek> days = new TreeSet<>();
        for (WorkingDay day : published.getWorkingDays()) {
            requireKnown("calendar.workingDays", day, WorkingDay.UNKNOWN, "days of the week");
            days.add(DayOfWeek.valueOf(day.name()));
        }
        require("calendar.workingDays", !days.isEmpty(), "at least one day", "none");
        return days;
    }

    private void requireCountable(String field, long micros, BusinessCalendar calendar) {
        long most = MOST_WORKING_DAYS * calendar.workingDayMicros();
        require(
                field,
                -most <= micros && micros <= most,
                "at most " + MOST_WORKING_DAYS + " working days",
                micros + " microseconds");
    }

    private List<ValueBand> bands() {
        return policy.getSeverityByValue().stream()
                .peek(
                        band ->
                                requireKnown(
                                        "severityByValue.severity",
                                        band.getSeverity(),
                                        Severity.UNKNOWN,
                                        "a severity"))
                .map(band -> new ValueBand(band.getOpenValueFrom(), band.getSeverity()))
                .sorted(Comparator.comparing(ValueBand::openValueFrom))
                .toList();
    }

    private MatchPolicy match(MatchTolerance published) {
        if (published == null) {
            return null;
        }
        require(
                "match",
                policy.getExpects() == MilestoneName.MATCHED,
                "none unless the rule expects MATCHED",
                policy.getExpects());
        requireKnown(
                "match.kind",
                published.getKind(),
                MatchKind.UNKNOWN,
                "THREE_WAY, TWO_WAY or CONSIGNMENT");
        return new MatchPolicy(
                published.getKind(),
                limit("match.price", published.getPriceLimit()),
                limit("match.quantity", published.getQuantityLimit()),
                published.getUnlimitedOver());
    }

    private Limit limit(String field, Tolerance tolerance) {
        if (tolerance == null) {
            return Limit.EXACT;
        }
        requireKnown(
                field + ".combine", tolerance.getCombine(), LimitCombination.UNKNOWN, "AND or OR");
        return new Limit(
                tolerance.getPercent(),
                tolerance.getAbsolute(),
                tolerance.getCombine() == LimitCombination.AND);
    }

    private ZoneId zone(String field, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(message(field, "an IANA time zone", zone), e);
        }
    }

    private <E extends Enum<E>> void requireKnown(
            String field, E found, E unknown, String expected) {
        require(field, found != unknown, expected, found);
    }

    private void require(String field, boolean holds, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(message(field, expected, found));
        }
    }

    private String message(String field, String expected, Object found) {
        return "sla rule %s.%s: expected %s but found %s"
                .formatted(RuleBook.key(policy), field, expected, found);
    }
}
