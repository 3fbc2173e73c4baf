package io.milepost.state.sla;

import static io.milepost.state.sla.Policies.calendar;
import static io.milepost.state.sla.Policies.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LimitCombination;
import io.milepost.events.MatchKind;
import io.milepost.events.MatchTolerance;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.events.SeverityBand;
import io.milepost.events.Tolerance;
import io.milepost.state.Said;
import io.milepost.state.Times;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final long HOUR = 3_600_000_000L;

    @Test
    void aBreachIsTheMoreSevereTheMoreIsAtStake() {
        // given a rule that is HIGH from 10,000 and CRITICAL from 100,000 on
        Rule rule =
                rule(
                        policy ->
                                policy.setSeverityByValue(
                                        List.of(
                                                band(100_000, Severity.CRITICAL),
                                                band(10_000, Severity.HIGH))));

        assertThat(rule.severity(new BigDecimal("9999.99"))).isEqualTo(Severity.MEDIUM);
        assertThat(rule.severity(new BigDecimal("10000"))).isEqualTo(Severity.HIGH);
        assertThat(rule.severity(new BigDecimal("100000.00"))).isEqualTo(Severity.CRITICAL);
        assertThat(rule.severity(null)).as("nobody knows the value").isEqualTo(Severity.MEDIUM);
    }

    @Test
    void theAllowanceAndTheWarningAreCountedInWorkingTime() {
        // given two working days to answer, and a warning after one of them
        Rule rule =
                rule(
                        policy -> {
                            policy.setAllowanceMicros(48 * HOUR);
                            policy.setWarnBeforeMicros(24 * HOUR);
                            policy.setCalendar(calendar());
                        });
        // when the order is of Friday noon
        long deadline = rule.deadlineFrom(Said.time("2026-03-06T12:00Z"));
        // then it is due on Tuesday noon, and the warning on Monday noon
        assertThat(deadline).isEqualTo(Said.time("2026-03-10T12:00Z"));
        assertThat(rule.warnAt(deadline)).isEqualTo(Said.time("2026-03-09T12:00Z"));
    }

    @Test
    void withoutACalendarAllTimeCounts() {
        Rule rule = rule(policy -> policy.setWarnBeforeMicros(HOUR));
        long deadline = rule.deadlineFrom(Said.time("2026-03-06T12:00Z"));
        assertThat(deadline).isEqualTo(Said.time("2026-03-06T12:00Z"));
        assertThat(rule.warnAt(deadline)).isEqualTo(Said.time("2026-03-06T11:00Z"));
    }

    @Test
    void noWarningIsDueUnlessTheRuleAsksForOne() {
        assertThat(rule(policy -> {}).warnAt(Said.time("2026-03-06"))).isEqualTo(Times.NONE);
        assertThat(rule(policy -> policy.setWarnBeforeMicros(1)).warnAt(Times.NONE))
                .isEqualTo(Times.NONE);
        assertThat(rule(policy -> {}).deadlineFrom(Times.NONE)).isEqualTo(Times.NONE);
    }

    @Test
    void aPromiseForAFreeDayIsDueAtTheEndOfTheNextWorkingDay() {
        Rule rule =
                rule(
                        policy -> {
                            policy.setEndOfDay(true);
                            policy.setCalendar(calendar());
                        });
        assertThat(rule.deadlineFrom(Said.time("2026-03-07"))).isEqualTo(Said.time("2026-03-10"));
    }

    @Test
    void eachWordOfTheCarrierStartsTheClockAnew() {
        // given a carrier that must say something every 24 hours
        Rule silence = rule(policy -> policy.setRestartedByCarrier(true));
        long departed = Said.time("2026-03-02");
        long cleared = Said.time("2026-03-05");
        // when it departed on the 2nd and cleared customs on the 5th, then the latter counts
        assertThat(
                        silence.clockFrom(
                                departed,
                                it -> it == MilestoneName.CUSTOMS_CLEARED ? cleared : Times.NONE))
                .isEqualTo(cleared);
        assertThat(silence.clockFrom(departed, it -> Times.NONE)).isEqualTo(departed);
        assertThat(silence.clockFrom(Times.NONE, it -> cleared)).isEqualTo(Times.NONE);
        assertThat(rule(policy -> {}).clockFrom(departed, it -> cleared)).isEqualTo(departed);
    }

    @Test
    void aPriceMayBeOffByAShareOrByAnAmount() {
        // given 2 percent or 5 euros, whichever is more
        MatchPolicy either = match(LimitCombination.OR);
        assertThat(either.allowsPrice(BigDecimal.TEN, new BigDecimal("15"))).isTrue();
        assertThat(either.allowsPrice(BigDecimal.TEN, new BigDecimal("15.01"))).isFalse();
        assertThat(either.allowsPrice(new BigDecimal("1000"), new BigDecimal("1020"))).isTrue();
        // given 2 percent and 5 euros, whichever is less
        MatchPolicy both = match(LimitCombination.AND);
        assertThat(both.allowsPrice(BigDecimal.TEN, new BigDecimal("10.21"))).isFalse();
        assertThat(both.allowsPrice(new BigDecimal("1000"), new BigDecimal("1020"))).isFalse();
        assertThat(both.allowsPrice(new BigDecimal("100"), new BigDecimal("98"))).isTrue();
    }

    @Test
    void aQuantityIsExactUnlessMoreIsAlwaysWelcome() {
        MatchPolicy match = match(LimitCombination.OR);
        assertThat(match.allowsQuantity(BigDecimal.TEN, new BigDecimal("9.999"))).isFalse();
        assertThat(match.allowsQuantity(BigDecimal.TEN, new BigDecimal("10.0"))).isTrue();
        assertThat(match.allowsQuantity(BigDecimal.TEN, new BigDecimal("400"))).isTrue();
    }

    private static MatchPolicy match(LimitCombination combine) {
        return rule(policy -> {
                    policy.setExpects(MilestoneName.MATCHED);
                    policy.setMatch(
                            new MatchTolerance(
                                    MatchKind.THREE_WAY,
                                    new Tolerance(
                                            BigDecimal.valueOf(2), BigDecimal.valueOf(5), combine),
                                    null,
                                    true));
                })
                .match();
    }

    private static SeverityBand band(long from, Severity severity) {
        return new SeverityBand(BigDecimal.valueOf(from), severity);
    }
}
