package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static io.milepost.local.oracle.Pieces.supplier;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.local.feed.Micros;
import io.milepost.local.oracle.LineSelector.Part;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which version of which variant decides; seen by the deadline, day 1, 2, 3 and so on. */
class RuleChoiceTest {

    private static final LineCase ORDERED = new LineCase().order(5, 0);

    @Test
    void theMostSpecificVariantThatSelectsTheLineApplies() {
        OracleRule general = rule("", 1, 1);
        OracleRule vendor = rule("v", 1, 2).with(supplier("V"));
        OracleRule vendorInEuros =
                rule("ve", 1, 3)
                        .with(new LineSelector(Map.of(Part.SUPPLIER, "V", Part.CURRENCY, "EUR")));
        OracleRule other = rule("w", 1, 4).with(supplier("W"));

        assertThat(dayOf(general)).isEqualTo(1);
        assertThat(dayOf(general, vendor, other)).isEqualTo(2);
        assertThat(dayOf(vendorInEuros, general, vendor, other)).isEqualTo(3);
        assertThat(dayOf(other)).isZero();
    }

    @Test
    void eachPartOutweighsAllToItsRightTogether() {
        Part[] parts = Part.values();
        for (int i = 0; i < parts.length; i++) {
            Map<Part, String> lighter =
                    Arrays.stream(parts)
                            .skip(i + 1)
                            .collect(Collectors.toMap(part -> part, part -> "x"));
            assertThat(new LineSelector(Map.of(parts[i], "x")).weight())
                    .as("%s", parts[i])
                    .isGreaterThan(new LineSelector(lighter).weight());
        }
        assertThat(new LineSelector(Map.of(Part.SUPPLIER, "x")).weight()).isEqualTo(32);
    }

    @Test
    void aVersionThatIsReplacedStaysReplacedForLinesThatTheHigherOneDoesNotSelect() {
        OracleRule general = rule("", 1, 1);
        OracleRule first = rule("v", 1, 2).with(supplier("V"));
        OracleRule second = rule("v", 2, 3).with(supplier("W"));

        assertThat(dayOf(general, first)).isEqualTo(2);
        assertThat(dayOf(general, first, second)).isEqualTo(1);
    }

    @Test
    void aVersionThatCameIntoForceAfterTheClockStartedIsNotThereYet() {
        OracleRule first = rule("", 1, 2);
        OracleRule second = rule("", 2, 3).version(2, day(1), false);

        assertThat(dayOf(first, second)).isEqualTo(2);
        assertThat(dayOf(first, second.version(2, day(1), true))).isEqualTo(3);
        assertThat(dayOf(first, second.version(2, day(0), false))).isEqualTo(3);
    }

    @Test
    void theSeverityIsThatOfTheHighestOpenValueThatIsReached() {
        Gravity gravity =
                new Gravity(
                        Severity.LOW,
                        List.of(
                                new Gravity.Step(new BigDecimal(50), Severity.CRITICAL),
                                new Gravity.Step(new BigDecimal(20), Severity.HIGH)));

        // Ten pieces at 5.00, of which none, four and seven are received.
        assertThat(severity(ORDERED, gravity)).isEqualTo(Severity.CRITICAL);
        assertThat(severity(new LineCase().order(5, 0).receipt(1, 4, 1, 1), gravity))
                .isEqualTo(Severity.HIGH);
        assertThat(severity(new LineCase().order(5, 0).receipt(1, 7, 1, 1), gravity))
                .isEqualTo(Severity.LOW);
        assertThat(severity(new LineCase().order(5, 0).receipt(1, 7, 3, 3), gravity))
                .as("what came later makes no difference")
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void whatBecameKnownBeforeTheCompanyWentLiveStartsNoClock() {
        Oracle oracle = new Oracle(List.of(rule("", 1, 1)), day(20));

        assertThat(breaches(oracle.withGoLive(Map.of("1", day(0.5))))).isZero();
        assertThat(breaches(oracle.withGoLive(Map.of("*", day(0.5))))).isZero();
        assertThat(breaches(oracle.withGoLive(Map.of("1", day(0))))).isEqualTo(1);
        assertThat(breaches(oracle.withGoLive(Map.of("2", day(0.5))))).isEqualTo(1);
    }

    @Test
    void whatWasToldFarTooLateStartsNoClock() {
        OracleRule rule = rule("", 1, 1);

        // Confirmed on day 0.
        assertThat(new LineCase().order(5, 400).judge(500, rule).episodes()).hasSize(1);
        assertThat(new LineCase().order(5, 401).judge(500, rule).episodes()).isEmpty();
        assertThat(
                        new Oracle(List.of(rule), day(500))
                                .withClosedRetention(Duration.ofDays(500))
                                .judge(new LineCase().order(5, 401).events())
                                .episodes())
                .hasSize(1);
    }

    private static long breaches(Oracle oracle) {
        return oracle.judge(ORDERED.events()).alertsRaised();
    }

    private static OracleRule rule(String variant, int version, int days) {
        return OracleRule.of(
                        "rule", MilestoneName.RECEIVED, OracleRule.Base.START, days * Micros.DAY)
                .with(new OracleRule.Version("rule", variant, version, Long.MIN_VALUE, false));
    }

    private static long dayOf(OracleRule... rules) {
        return ORDERED.judge(20, rules).episodes().stream()
                .mapToLong(episode -> (episode.deadlineMicros() - day(0)) / Micros.DAY)
                .sum();
    }

    private static Severity severity(LineCase line, Gravity gravity) {
        return line.judge(20, rule("", 1, 2).with(gravity)).episodes().get(0).severity();
    }
}
