package io.milepost.cli.demo;

import io.milepost.events.DeadlineBase;
import io.milepost.events.PolicySelector;
import io.milepost.events.SlaPolicy;
import io.milepost.local.oracle.OracleRule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Policies as the oracle reads them. */
final class OracleRules {

    private OracleRules() {}

    /**
     * Whether the oracle can judge by these policies: it knows no selectors, variants, calendars,
     * restarted clocks and matches of their own.
     */
    static boolean canJudge(List<SlaPolicy> policies) {
        return policies.stream().allMatch(OracleRules::isPlain);
    }

    static List<OracleRule> of(List<SlaPolicy> policies) {
        return policies.stream().map(OracleRules::of).toList();
    }

    private static OracleRule of(SlaPolicy policy) {
        return new OracleRule(
                policy.getRule(),
                policy.getVersion(),
                ChronoUnit.MICROS.between(Instant.EPOCH, policy.getEffectiveFrom()),
                policy.getAppliesToRunningClocks(),
                policy.getExpects(),
                policy.getStartedBy(),
                base(policy.getBase()),
                policy.getAllowanceMicros(),
                policy.getEndOfDay(),
                ZoneId.of(policy.getZone()));
    }

    private static OracleRule.Base base(DeadlineBase base) {
        return switch (base) {
            case START -> OracleRule.Base.START;
            case FIRST_PROMISE -> OracleRule.Base.FIRST_PROMISE;
            case CURRENT_PROMISE -> OracleRule.Base.CURRENT_PROMISE;
            case UNKNOWN -> throw new IllegalArgumentException("base: UNKNOWN is none");
        };
    }

    private static boolean isPlain(SlaPolicy policy) {
        return isForAll(policy.getSelector())
                && policy.getVariant().isEmpty()
                && policy.getCalendar() == null
                && policy.getMatch() == null
                && !policy.getRestartedByCarrier();
    }

    private static boolean isForAll(PolicySelector selector) {
        return Stream.of(
                        selector.getCompany(),
                        selector.getSupplier(),
                        selector.getCategory(),
                        selector.getWarehouse(),
                        selector.getIncoterm(),
                        selector.getCurrency())
                .allMatch(part -> part == null);
    }
}
