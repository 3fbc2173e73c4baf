package io.milepost.state.sla;

import static io.milepost.state.sla.Policies.calendar;
import static io.milepost.state.sla.Policies.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.DeadlineBase;
import io.milepost.events.LimitCombination;
import io.milepost.events.MatchKind;
import io.milepost.events.MatchTolerance;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.events.SeverityBand;
import io.milepost.events.SlaPolicy;
import io.milepost.events.Tolerance;
import io.milepost.events.WorkingCalendar;
import io.milepost.events.WorkingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy that cannot be applied is refused with the place, what was expected and what found. */
class PolicyRefusalsTest {

    private static final long DAY = 24 * 3_600_000_000L;

    static Stream<Arguments> policies() {
        return Stream.of(
                of(it -> it.setVersion(0), "version: expected a number > 0 but found 0"),
                of(
                        it -> it.setVariant("a/b"),
                        "variant: expected a name without a slash but found a/b"),
                of(
                        it -> it.setVariant("/b"),
                        "variant: expected a name without a slash but found /b"),
                of(
                        it -> it.setExpects(MilestoneName.UNKNOWN),
                        "expects: expected a milestone but found UNKNOWN"),
                of(
                        it -> it.setStartedBy(MilestoneName.UNKNOWN),
                        "startedBy: expected a milestone but found UNKNOWN"),
                of(
                        it -> it.setBase(DeadlineBase.UNKNOWN),
                        "base: expected START, FIRST_PROMISE or CURRENT_PROMISE but found UNKNOWN"),
                of(
                        it -> {
                            it.setBase(DeadlineBase.CURRENT_PROMISE);
                            it.setRestartedByCarrier(true);
                        },
                        "restartedByCarrier: expected false unless base is START but found true"),
                of(
                        it -> it.setWarnBeforeMicros(-1),
                        "warnBefore: expected 0 or more but found less"),
                of(
                        it -> it.setZone("Mars/Olympus"),
                        "zone: expected an IANA time zone but found Mars/Olympus"),
                of(
                        it -> it.setSeverityByValue(List.of(band(Severity.UNKNOWN))),
                        "severityByValue.severity: expected a severity but found UNKNOWN"));
    }

    static Stream<Arguments> calendars() {
        return Stream.of(
                of(it -> hours(it, -1, 60), hoursMessage("-1 to 60")),
                of(it -> hours(it, 60, 60), hoursMessage("60 to 60")),
                of(it -> hours(it, 0, 1441), hoursMessage("0 to 1441")),
                of(
                        it -> it.getCalendar().setHolidays(List.of("DE", "DE-QQ")),
                        "calendar.holidays: expected an ISO 3166 code of a country or a part of"
                                + " it, as DE or DE-BY but found DE-QQ"),
                of(
                        it -> it.getCalendar().setZone("Berlin"),
                        "calendar.zone: expected an IANA time zone but found Berlin"),
                of(
                        it -> it.getCalendar().setWorkingDays(List.of()),
                        "calendar.workingDays: expected at least one day but found none"),
                of(
                        it -> it.getCalendar().setWorkingDays(List.of(WorkingDay.UNKNOWN)),
                        "calendar.workingDays: expected days of the week but found UNKNOWN"),
                of(
                        it -> it.setAllowanceMicros(3660 * DAY + 1),
                        "allowance: expected at most 3660 working days but found 316224000000001"
                                + " microseconds"),
                of(
                        it -> it.setAllowanceMicros(-3660 * DAY - 1),
                        "allowance: expected at most 3660 working days but found -316224000000001"
                                + " microseconds"),
                of(
                        it -> {
                            hours(it, 480, 1020);
                            it.setAllowanceMicros(3660 * DAY / 24 * 9 + 1);
                        },
                        "allowance: expected at most 3660 working days but found 118584000000001"
                                + " microseconds"),
                of(
                        it -> it.setWarnBeforeMicros(3660 * DAY + 1),
                        "warnBefore: expected at most 3660 working days but found 316224000000001"
                                + " microseconds"));
    }

    static Stream<Arguments> matches() {
        Tolerance vague = new Tolerance(BigDecimal.ONE, null, LimitCombination.UNKNOWN);
        return Stream.of(
                of(
                        it -> it.setExpects(MilestoneName.PAID),
                        "match: expected none unless the rule expects MATCHED but found PAID"),
                of(
                        it -> it.getMatch().setKind(MatchKind.UNKNOWN),
                        "match.kind: expected THREE_WAY, TWO_WAY or CONSIGNMENT but found UNKNOWN"),
                of(
                        it -> it.getMatch().setPriceLimit(vague),
                        "match.price.combine: expected AND or OR but found UNKNOWN"),
                of(
                        it -> it.getMatch().setQuantityLimit(vague),
                        "match.quantity.combine: expected AND or OR but found UNKNOWN"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("policies")
    void aPolicyThatSaysNothingApplicable(Consumer<SlaPolicy> change, String message) {
        assertRefused(change, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("calendars")
    void aCalendarThatCannotBeCountedBy(Consumer<SlaPolicy> change, String message) {
        assertRefused(
                policy -> {
                    policy.setCalendar(calendar());
                    change.accept(policy);
                },
                message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("matches")
    void aMatchThatCannotBeDecided(Consumer<SlaPolicy> change, String message) {
        assertRefused(
                policy -> {
                    policy.setExpects(MilestoneName.MATCHED);
                    policy.setMatch(new MatchTolerance(MatchKind.TWO_WAY, null, null, false));
                    change.accept(policy);
                },
                message);
    }

    @Test
    void theLongestTimesAndTheWholeDayAreStillCounted() {
        Rule rule =
                rule(
                        policy -> {
                            policy.setCalendar(calendar());
                            policy.setAllowanceMicros(3660 * DAY);
                            policy.setWarnBeforeMicros(3660 * DAY);
                        });

        assertThat(rule.allowance()).isEqualTo(3660 * DAY);
        assertThat(
                        rule(policy -> {
                                    policy.setCalendar(calendar());
                                    policy.setAllowanceMicros(-3660 * DAY);
                                })
                                .allowance())
                .isEqualTo(-3660 * DAY);
    }

    private static void assertRefused(Consumer<SlaPolicy> change, String message) {
        String variant =
                message.startsWith("variant")
                        ? message.substring(message.lastIndexOf(' ') + 1) + "/"
                        : "";
        String version = message.startsWith("version") ? "0" : "1";
        assertThatThrownBy(() -> rule(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sla rule acknowledgement/" + variant + version + "." + message);
    }

    private static Arguments of(Consumer<SlaPolicy> change, String message) {
        return Arguments.of(change, message);
    }

    private static SeverityBand band(Severity severity) {
        return new SeverityBand(BigDecimal.TEN, severity);
    }

    private static void hours(SlaPolicy policy, int from, int to) {
        WorkingCalendar calendar = policy.getCalendar();
        calendar.setFromMinute(from);
        calendar.setToMinute(to);
    }

    private static String hoursMessage(String found) {
        return "calendar.toMinute: expected minutes of a day, the first before the last but found "
                + found;
    }
}
