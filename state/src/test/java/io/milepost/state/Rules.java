package io.milepost.state;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.events.Severity;
import io.milepost.state.sla.MatchPolicy;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Portion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Rules for tests: those of a distributor, and the makings of others. */
public final class Rules {

    private Rules() {}

    /** RECEIVED by the end of the promised day, UTC. */
    public static RuleBook receiptOnly() {
        return RuleBook.of(List.of(receipt(ZoneOffset.UTC)));
    }

    /** RECEIVED by the end of the promised day of a zone. */
    public static Rule receipt(ZoneId zone) {
        return rule(
                "receipt",
                MilestoneName.RECEIVED,
                MilestoneName.ORDERED,
                DeadlineBase.CURRENT_PROMISE,
                Duration.ZERO,
                true,
                zone);
    }

    /** ACKNOWLEDGED within a time after ORDERED. */
    public static Rule acknowledgement(Duration allowance) {
        return rule(
                "acknowledgement",
                MilestoneName.ACKNOWLEDGED,
                MilestoneName.ORDERED,
                DeadlineBase.START,
                allowance,
                false,
                ZoneOffset.UTC);
    }

    /** RECEIVED within six hours of the first promise. */
    public static Rule firstWord(String name) {
        return rule(
                name,
                MilestoneName.RECEIVED,
                MilestoneName.ORDERED,
                DeadlineBase.FIRST_PROMISE,
                Duration.ofHours(6),
                false,
                ZoneOffset.UTC);
    }

    /** Every shape of rule at once. */
    public static RuleBook all() {
        Rule acknowledgement = acknowledgement(Duration.ofHours(48));
        return RuleBook.of(
                List.of(
                        acknowledgement,
                        version(acknowledgement, 2, Said.time("2026-02-03"), Duration.ofHours(24)),
                        perScheduleLine(
                                warned(receipt(ZoneId.of("Europe/Berlin")), Duration.ofDays(2))),
                        portion(firstWord("half"), Portion.share(new BigDecimal("50"))),
                        portion(firstWord("anything"), Portion.share(BigDecimal.ZERO)),
                        rule(
                                "ship-notice",
                                MilestoneName.SHIPPED,
                                MilestoneName.ORDERED,
                                DeadlineBase.CURRENT_PROMISE,
                                Duration.ofHours(-24),
                                false,
                                ZoneOffset.UTC),
                        firstWord("first-word"),
                        rule(
                                "invoice",
                                MilestoneName.INVOICED,
                                MilestoneName.RECEIVED,
                                DeadlineBase.START,
                                Duration.ofDays(3),
                                false,
                                ZoneOffset.UTC)));
    }

    /** A rule that holds for every clock. */
    public static Rule rule(
            String name,
            MilestoneName expects,
            MilestoneName startedBy,
            DeadlineBase base,
            Duration allowance,
            boolean endOfDay,
            ZoneId zone) {
        return new Rule(
                name,
                1,
                Times.micros(Instant.EPOCH),
                false,
                expects,
                startedBy,
                base,
                allowance.toNanos() / 1000,
                endOfDay,
                zone,
                Severity.MEDIUM,
                new PolicySelector(null, null, null, null, null, null));
    }

    /** A rule that says what matched means: MATCHED within 30 days after a milestone. */
    public static Rule match(MilestoneName startedBy, MatchPolicy terms) {
        return new Rule(
                "match",
                "",
                1,
                Times.micros(Instant.EPOCH),
                false,
                MilestoneName.MATCHED,
                Portion.IN_FULL,
                false,
                startedBy,
                DeadlineBase.START,
                Duration.ofDays(30).toNanos() / 1000,
                false,
                ZoneOffset.UTC,
                null,
                0,
                false,
                Severity.MEDIUM,
                List.of(),
                terms,
                new PolicySelector(null, null, null, null, null, null));
    }

    /** The same rule, with a warning before its deadline. */
    public static Rule warned(Rule rule, Duration before) {
        return with(rule, rule.portion(), rule.perScheduleLine(), before.toNanos() / 1000);
    }

    /** The same rule, for a part of the quantity. */
    public static Rule portion(Rule rule, Portion portion) {
        return with(rule, portion, rule.perScheduleLine(), rule.warnBefore());
    }

    /** The same rule, also for each part that is promised before the whole. */
    public static Rule perScheduleLine(Rule rule) {
        return with(rule, rule.portion(), true, rule.warnBefore());
    }

    private static Rule with(Rule rule, Portion portion, boolean perScheduleLine, long warnBefore) {
        return new Rule(
                rule.name(),
                rule.variant(),
                rule.version(),
                rule.effectiveFrom(),
                rule.appliesToRunningClocks(),
                rule.expects(),
                portion,
                perScheduleLine,
                rule.startedBy(),
                rule.base(),
                rule.allowance(),
                rule.endOfDay(),
                rule.zone(),
                rule.calendar(),
                warnBefore,
                rule.restartedByCarrier(),
                rule.severity(),
                rule.severityByValue(),
                rule.match(),
                rule.selector());
    }

    /** A later version of a rule, in force for clocks that start from then on. */
    public static Rule version(Rule rule, int version, long effectiveFrom, Duration allowance) {
        return new Rule(
                rule.name(),
                version,
                effectiveFrom,
                rule.appliesToRunningClocks(),
                rule.expects(),
                rule.startedBy(),
                rule.base(),
                allowance.toNanos() / 1000,
                rule.endOfDay(),
                rule.zone(),
                rule.severity(),
                rule.selector());
    }

    /** The same version, for one supplier only. */
    public static Rule onlyFor(String supplier, Rule rule) {
        return new Rule(
                rule.name(),
                rule.version(),
                rule.effectiveFrom(),
                rule.appliesToRunningClocks(),
                rule.expects(),
                rule.startedBy(),
                rule.base(),
                rule.allowance(),
                rule.endOfDay(),
                rule.zone(),
                rule.severity(),
                new PolicySelector(null, supplier, null, null, null, null));
    }
}
