package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Living;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.LimitCombination;
import io.milepost.events.MatchKind;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The comparison with the oracle can fail: the job runs with a file of rules in which one variant
 * differs, and for each kind of thing that rules say there is a difference that is noticed.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A job whose rules differ from the oracle's")
class RulesThatDifferTest {

    private static final long END = Micros.of(Instant.parse("2026-10-01T00:00:00Z"));

    /** Always the same story: not in every one of this length each difference matters. */
    private final DistributorSimulation story = new DistributorSimulation(42, 400, END);

    private EmbeddedRun run;

    @BeforeAll
    void runWithOneVariantThatDiffers(EmbeddedStack stack) throws Exception {
        RunOptions options = RunOptions.defaults().withTopicPrefix("differs.");
        run = Living.run(stack, options, story, jobsRules());
    }

    @AfterAll
    void stop() {
        if (run != null) {
            run.close();
        }
    }

    @Test
    void isFoundOut() {
        assertThatThrownBy(() -> compareWith(PolicyFiles.bundled(PolicyFiles.SHOWCASE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("breaches that differ")
                .hasMessageContaining("acknowledgement");
    }

    @Test
    void isRightByItsOwnRules() {
        assertThatCode(() -> compareWith(jobsRules())).doesNotThrowAnyException();
    }

    /** What is said differently, and how. */
    static Stream<Arguments> differences() {
        return Stream.of(
                differs(
                        "a calendar without holidays",
                        "acknowledgement/",
                        rule -> rule.getCalendar().setHolidays(List.of())),
                differs(
                        "a calendar of other hours",
                        "acknowledgement/texas",
                        rule -> rule.getCalendar().setToMinute(18 * 60)),
                differs(
                        "another zone of the day",
                        "on-time/second-company",
                        rule -> rule.setZone("UTC")),
                differs(
                        "a selector",
                        "ship-notice/ocean",
                        rule -> rule.getSelector().setIncoterm("FCA")),
                differs(
                        "a version that is not for running clocks",
                        "acknowledgement/safety",
                        rule -> {
                            rule.setAppliesToRunningClocks(false);
                            rule.setEffectiveFrom(Instant.parse("2026-06-01T00:00:00Z"));
                        }),
                differs(
                        "a severity by value",
                        "in-full/dollars",
                        rule -> rule.getSeverityByValue().get(0).setSeverity(Severity.MEDIUM)),
                differs(
                        "a warning an hour earlier",
                        "technical-acknowledgement/",
                        rule -> rule.setWarnBeforeMicros(23 * Micros.HOUR)),
                differs(
                        "a clock that carriers do not restart",
                        "carrier-silence/",
                        rule -> rule.setRestartedByCarrier(false)),
                differs("the whole quantity", "on-time/", rule -> rule.setQuantityPercent(null)),
                differs(
                        "another share of the quantity",
                        "nearly-in-full/",
                        rule -> rule.setQuantityPercent(new BigDecimal("100.0000"))),
                differs("no schedule lines", "in-full/", rule -> rule.setPerScheduleLine(false)),
                differs(
                        "a match by the tighter limit",
                        "invoice-matched/bulk",
                        rule -> rule.getMatch().getPriceLimit().setCombine(LimitCombination.AND)),
                differs(
                        "a match without a limit of quantity",
                        "invoice-matched/bulk",
                        rule -> rule.getMatch().setQuantityLimit(null)),
                differs(
                        "a match that waits for the invoice",
                        "invoice-matched/consignment",
                        rule -> rule.getMatch().setKind(MatchKind.THREE_WAY)),
                differs(
                        "a match that takes no more than ordered",
                        "invoice-matched/valves",
                        rule -> rule.getMatch().setUnlimitedOver(false)));
    }

    @ParameterizedTest(name = "by {0}, in {1}")
    @MethodSource("differences")
    void isFoundOutAlso(String what, String key, Consumer<SlaPolicy> change) throws IOException {
        List<SlaPolicy> rules = jobsRules();
        change(rules, key, change);

        assertThatThrownBy(() -> compareWith(rules))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("differ");
    }

    /** One variant gives the supplier an hour less. */
    private static List<SlaPolicy> jobsRules() throws IOException {
        List<SlaPolicy> rules = PolicyFiles.bundled(PolicyFiles.SHOWCASE);
        change(rules, "acknowledgement/bavaria", rule -> rule.setAllowanceMicros(17 * Micros.HOUR));
        return rules;
    }

    /** Changes the newest version of a variant. */
    private static void change(List<SlaPolicy> rules, String key, Consumer<SlaPolicy> change) {
        SlaPolicy newest =
                rules.stream()
                        .filter(rule -> key.equals(rule.getRule() + "/" + rule.getVariant()))
                        .reduce((a, b) -> b.getVersion() > a.getVersion() ? b : a)
                        .orElseThrow();
        change.accept(newest);
    }

    private void compareWith(List<SlaPolicy> rules) {
        Expectation.assertSame(run.views(), Living.verdict(story, rules));
    }

    private static Arguments differs(String what, String key, Consumer<SlaPolicy> change) {
        return Arguments.of(what, key, change);
    }
}
