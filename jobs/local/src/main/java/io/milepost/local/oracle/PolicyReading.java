package io.milepost.local.oracle;

import io.milepost.events.DeadlineBase;
import io.milepost.events.LimitCombination;
import io.milepost.events.MatchTolerance;
import io.milepost.events.PolicySelector;
import io.milepost.events.SlaPolicy;
import io.milepost.events.Tolerance;
import io.milepost.events.WorkingCalendar;
import io.milepost.local.feed.Micros;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads policies as they are published. */
final class PolicyReading {

    private PolicyReading() {}

    static OracleRule rule(SlaPolicy policy) {
        if (policy.getRequests() != null) {
            return OracleRule.of(policy.getRule(), policy.getExpects(), OracleRule.Base.START, 0)
                    .with(version(policy))
                    .with(selector(policy.getSelector()))
                    .startedBy(policy.getStartedBy())
                    .with(policy.getRequests());
        }
        return new OracleRule(
                version(policy),
                selector(policy.getSelector()),
                new Expected(
                        policy.getExpects(),
                        policy.getQuantityPercent(),
                        policy.getPerScheduleLine(),
                        terms(policy.getMatch())),
                new Clock(
                        policy.getStartedBy(),
                        base(policy.getBase()),
                        policy.getRestartedByCarrier()),
                new Due(
                        policy.getAllowanceMicros(),
                        policy.getEndOfDay(),
                        ZoneId.of(policy.getZone()),
                        policy.getWarnBeforeMicros(),
                        calendar(policy.getCalendar())),
                new Gravity(
                        policy.getSeverity(),
                        policy.getSeverityByValue().stream()
                                .map(
                                        band ->
                                                new Gravity.Step(
                                                        band.getOpenValueFrom(),
                                                        band.getSeverity()))
                                .toList()));
    }

    private static OracleRule.Version version(SlaPolicy policy) {
        return new OracleRule.Version(
                policy.getRule(),
                policy.getVariant(),
                policy.getVersion(),
                Micros.of(policy.getEffectiveFrom()),
                policy.getAppliesToRunningClocks());
    }

    private static LineSelector selector(PolicySelector selector) {
        Map<LineSelector.Part, String> values = new EnumMap<>(LineSelector.Part.class);
        values.put(LineSelector.Part.SUPPLIER, selector.getSupplier());
        values.put(LineSelector.Part.CATEGORY, selector.getCategory());
        values.put(LineSelector.Part.WAREHOUSE, selector.getWarehouse());
        values.put(LineSelector.Part.INCOTERM, selector.getIncoterm());
        values.put(LineSelector.Part.CURRENCY, selector.getCurrency());
        values.put(LineSelector.Part.COMPANY, selector.getCompany());
        return LineSelector.of(values);
    }

    private static OracleRule.Base base(DeadlineBase base) {
        return switch (base) {
            case START -> OracleRule.Base.START;
            case FIRST_PROMISE -> OracleRule.Base.FIRST_PROMISE;
            case CURRENT_PROMISE -> OracleRule.Base.CURRENT_PROMISE;
            case UNKNOWN -> throw new IllegalArgumentException("base: UNKNOWN is none");
        };
    }

    private static WorkingTime calendar(WorkingCalendar calendar) {
        if (calendar == null) {
            return null;
        }
        WorkDays days =
                new WorkDays(
                        calendar.getWorkingDays().stream()
                                .map(day -> DayOfWeek.valueOf(day.name()))
                                .collect(Collectors.toSet()),
                        calendar.getHolidays(),
                        new HashSet<>(calendar.getExtraHolidays()));
        return new WorkingTime(
                ZoneId.of(calendar.getZone()),
                days,
                calendar.getFromMinute(),
                calendar.getToMinute());
    }

    private static MatchTerms terms(MatchTolerance match) {
        return match == null
                ? null
                : new MatchTerms(
                        match.getKind(),
                        limit(match.getPriceLimit()),
                        limit(match.getQuantityLimit()),
                        match.getUnlimitedOver());
    }

    private static Limit limit(Tolerance tolerance) {
        return tolerance == null
                ? Limit.NONE
                : new Limit(
                        tolerance.getPercent(),
                        tolerance.getAbsolute(),
                        tolerance.getCombine() == LimitCombination.OR);
    }
}
