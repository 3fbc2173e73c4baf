package io.milepost.state.line;

import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.Rules;
import io.milepost.state.Said;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one more fact does to a line, however many of its facts were stored away. */
class MergeOutcomesTest {

    static Stream<Window> windows() {
        return Stream.of(Window.DEFAULT, new Window(1, 1), new Window(2, 1), new Window(3, 2));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aNewVersionIsAddedAndAnOlderOneIsSuperseded(Window window) {
        Steps line = life(window);

        assertOutcome(MergeOutcome.ADDED, line, receipt(1, 9).version(4), "2026-02-10");
        assertOutcome(MergeOutcome.SUPERSEDED, line, receipt(1, 7).version(3), "2026-02-11");
        assertOutcome(MergeOutcome.ADDED, line, receipt(5, 1), "2026-02-12");
        assertThat(line.status().getReceived()).isEqualByComparingTo("12");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aRepeatIsADuplicateAndTellsNothing(Window window) {
        Steps line = life(window);

        for (Said said : new Said[] {order(10, "2026-03-01"), first(), second(), other()}) {
            Step step = line.say(said);

            assertThat(step.outcome()).isEqualTo(MergeOutcome.DUPLICATE);
            assertThat(step.outputs().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aRepeatThatWasKnownEarlierMovesTheFactToItsPlace(Window window) {
        Steps line = life(window);

        assertOutcome(MergeOutcome.DUPLICATE_KNOWN_EARLIER, line, second(), "2026-02-02");
        assertOutcome(MergeOutcome.DUPLICATE_KNOWN_EARLIER, line, other(), "2026-02-01");

        assertThat(line.line().everything(line.state()).byKnowledge())
                .extracting(fact -> fact.header().factId())
                .containsExactly("order@1", "receipt/2@1", "receipt/1@2", "receipt/1@1");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void oneVersionWithTwoContentsIsAConflictAndKeepsTheSameWhicheverCameFirst(Window window) {
        Said eight = receipt(1, 8).version(2).happened("2026-02-04");
        Steps line = life(window);
        Steps otherWay = new Steps(Rules.receiptOnly(), window);
        otherWay.sayAll(order(10, "2026-03-01"), first(), eight.known("2026-02-04"), other());

        assertOutcome(MergeOutcome.CONFLICT, line, eight, "2026-02-04");
        assertOutcome(MergeOutcome.CONFLICT, otherWay, second(), "2026-02-04");

        assertThat(otherWay.line().everything(otherWay.state()))
                .isEqualTo(line.line().everything(line.state()));
        assertThat(line.state().conflicts()).containsExactly("receipt/1@2");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aVersionThatWasSupersededBeforeIsADuplicateToo(Window window) {
        Steps line = life(window);
        Said seven = first();

        assertOutcome(MergeOutcome.DUPLICATE, line, seven, "2026-02-03");
        assertThat(line.status().getReceived()).isEqualByComparingTo("8");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void otherRulesAreHeldAgainstAllFacts(Window window) {
        Steps line = life(window);
        line.at("2026-03-05");

        Step step = line.under(Rules.all());

        assertThat(step.outputs().alerts())
                .extracting(alert -> alert.getRule())
                .contains("acknowledgement", "ship-notice");
        assertThat(step.state().rules()).isEqualTo(Rules.all().fingerprint());
    }

    /** Ordered, received 5 and corrected to 6, and another 2. */
    private static Steps life(Window window) {
        Steps line = new Steps(Rules.receiptOnly(), window);
        line.sayAll(order(10, "2026-03-01"), first(), second(), other());
        return line;
    }

    private static Said first() {
        return receipt(1, 5).known("2026-02-03");
    }

    private static Said second() {
        return receipt(1, 6).version(2).happened("2026-02-04").known("2026-02-04");
    }

    private static Said other() {
        return receipt(2, 2).happened("2026-02-05").known("2026-02-05");
    }

    private static void assertOutcome(
            MergeOutcome expected, Steps line, Said said, String knownAt) {
        assertThat(line.say(said.known(knownAt)).outcome()).isEqualTo(expected);
    }
}
