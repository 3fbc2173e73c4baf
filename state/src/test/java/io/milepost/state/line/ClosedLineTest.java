package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.SlaAlert;
import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a line that is over, and what is said of one that nobody speaks of. */
class ClosedLineTest {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);

    private final Line line = new Line(KEY, Rules.receiptOnly(), FactArchive.inMemory());

    private LineState told(Said... said) {
        LineState state = LineState.EMPTY;
        for (Said one : said) {
            state = line.apply(state, one.fact(), Times.NONE).state();
        }
        return state;
    }

    private LineState closed() {
        LineState state =
                told(
                        Said.order(10, "2026-03-01"),
                        Said.receipt(1, 10).happened("2026-02-20").known("2026-02-20"),
                        Said.invoice("I1", 10, 5).known("2026-02-21"));
        assertThat(state.overSince()).isEqualTo(Said.time("2026-02-21"));
        return state.shrunk();
    }

    @Test
    void aTombstoneKnowsTheOrderAndNothingElse() {
        LineState tombstone = closed();

        assertThat(tombstone.order().quantity()).isEqualByComparingTo("10");
        assertThat(tombstone.recent().byKnowledge()).isEmpty();
        assertThat(tombstone.milestones()).isEmpty();
        assertThat(tombstone.episodes()).isEmpty();
        assertThat(tombstone.nextInstant()).isEqualTo(Times.NONE);
        assertThat(tombstone.overSince()).isEqualTo(Said.time("2026-02-21"));
    }

    @Test
    void odooSayingAgainWhatIsKnownChangesNothing() {
        LineState tombstone = closed();
        Said again = Said.order(10, "2026-03-01");
        Said renamed = Said.order(10, "2026-03-01").version(7).known("2027-03-01");

        assertThat(tombstone.tombstone().expects(again.fact())).isTrue();
        assertThat(tombstone.tombstone().expects(renamed.fact())).isTrue();
        Step repeat = line.apply(tombstone, again.fact(), Said.time("2027-03-01"));
        Step newer = line.apply(tombstone, renamed.fact(), Said.time("2027-03-01"));

        assertThat(repeat.outcome()).isEqualTo(MergeOutcome.DUPLICATE);
        assertThat(newer.outcome()).isEqualTo(MergeOutcome.SUPERSEDED);
        assertThat(List.of(repeat.outputs(), newer.outputs())).containsOnly(LineOutputs.NONE);
        assertThat(newer.state()).isEqualTo(tombstone);
    }

    @Test
    void whatCannotBeMergedWithATombstoneIsNotExpected() {
        Tombstone tombstone = closed().tombstone();

        assertThat(tombstone.expects(Said.order(11, "2026-03-01").version(2).fact())).isFalse();
        assertThat(tombstone.expects(Said.order(11, "2026-03-01").version(0).fact())).isTrue();
        assertThat(tombstone.expects(Said.cancelledOrder(11, "2026-03-01").version(2).fact()))
                .isTrue();
        assertThat(tombstone.expects(Said.receipt(2, 1).fact())).isFalse();
    }

    @Test
    void aCancelledOrderThatIsOrderedAgainIsNotExpected() {
        LineState cancelled = told(Said.cancelledOrder(10, "2026-03-01")).shrunk();

        assertThat(cancelled.tombstone().expects(Said.order(10, "2026-03-01").version(2).fact()))
                .isFalse();
    }

    @Test
    void timePassesForATombstoneWithoutAnythingBeingSaid() {
        Step step = line.tick(closed(), Said.time("2026-09-01"));

        assertThat(step.state().clock()).isEqualTo(Said.time("2026-09-01"));
        assertThat(step.outputs()).isEqualTo(LineOutputs.NONE);
    }

    @Test
    void anOpenLineOfWhichNothingIsHeardForFourHundredDaysIsReportedOnce() {
        LineState open = told(Said.order(10, "2026-03-01").known("2026-02-01"));
        long due = Said.time("2027-03-08");

        Step before = line.tick(open, due - 1);
        Step then = line.tick(before.state(), due);
        Step later = line.tick(then.state(), due + 1);

        assertThat(before.outputs().alerts()).noneMatch(a -> a.getKind() == AlertKind.DORMANT);
        assertThat(before.state().nextInstant()).isEqualTo(due);
        assertThat(then.outputs().alerts())
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.getKind()).isEqualTo(AlertKind.DORMANT);
                            assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.OPEN);
                            assertThat(alert.getOpenedAt()).isEqualTo(Times.instant(due));
                        });
        assertThat(later.outputs().alerts()).isEmpty();
    }

    @Test
    void aDormantLineOfWhichSomethingIsHeardIsNoLongerDormant() {
        LineState open = told(Said.order(10, "2026-03-01").known("2026-02-01"));
        Step dormant = line.tick(open, Said.time("2027-03-08"));
        Step awake =
                line.apply(
                        dormant.state(),
                        Said.shipNotice("S1", 10, false).known("2027-04-01").fact(),
                        Said.time("2027-04-01"));

        assertThat(awake.outputs().alerts())
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.getAlertId()).isEqualTo(dormantId(dormant));
                            assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.CLEARED);
                        });
        assertThat(awake.state().dormantSince()).isEqualTo(Times.NONE);
        assertThat(awake.state().nextInstant()).isEqualTo(Said.time("2028-05-05"));
    }

    private static String dormantId(Step step) {
        return step.outputs().alerts().stream()
                .filter(alert -> alert.getKind() == AlertKind.DORMANT)
                .map(SlaAlert::getAlertId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOldLineThatIsToldAgainStartsNoClock() {
        Said old = Said.order(10, "2026-03-01").happened("2026-02-01").known("2027-03-09");

        Step step = line.apply(LineState.EMPTY, old.fact(), Said.time("2027-03-10"));

        assertThat(step.outputs().milestones()).isNotEmpty();
        assertThat(step.outputs().alerts()).isEmpty();
    }
}
