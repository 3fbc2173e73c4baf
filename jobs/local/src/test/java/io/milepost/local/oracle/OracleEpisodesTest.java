package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.events.Severity;
import io.milepost.local.feed.Micros;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The receipt of ten pieces is promised for day 5: it is late from day 6, 00:00. */
class OracleEpisodesTest {

    private static final OracleRule RECEIPT = OracleRule.scms().get(0);
    private static final OracleRule INVOICE = OracleRule.demo().get(3);

    private static LineCase ordered() {
        return new LineCase().order(5, 0);
    }

    @Test
    void aLineThatIsNeverReceivedStaysBreached() {
        assertThat(ordered().judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.OPEN, 6, day(6)));
    }

    @Test
    void nothingIsDecidedBeforeTheClockReachesTheDeadline() {
        assertThat(ordered().judge(5.9, RECEIPT).episodes()).isEmpty();
        assertThat(ordered().judge(6, RECEIPT).episodes()).hasSize(1);
    }

    @Test
    void aLineReceivedAndKnownInTimeIsNeverAlerted() {
        OracleVerdict verdict = ordered().receipt(1, 10, 5.99, 5.99).judge(20, RECEIPT);

        assertThat(verdict.episodes()).isEmpty();
        assertThat(verdict.linesNeverAlerted()).isEqualTo(1);
    }

    @Test
    void aLineReceivedLateIsCleared() {
        assertThat(ordered().receipt(1, 10, 7, 8).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.CLEARED, 6, day(6)));
    }

    @Test
    void aReceiptAtTheDeadlineItselfIsLate() {
        assertThat(ordered().receipt(1, 10, 6, 6).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.CLEARED, 6, day(6)));
    }

    @Test
    void aLineReceivedInTimeButRecordedLaterIsRetracted() {
        assertThat(ordered().receipt(1, 10, 5, 9).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.RETRACTED, 6, day(6)));
    }

    @Test
    void aReceiptInTimeThatIsKnownAtTheDeadlineItselfIsKnownTooLate() {
        assertThat(ordered().receipt(1, 10, 5, 6).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.RETRACTED, 6, day(6)));
    }

    @Test
    void lateReceiptsThatAreKnownInAdvanceAreDecidedAtTheDeadline() {
        assertThat(ordered().receipt(1, 10, 8, 3).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.CLEARED, 6, day(6)));
    }

    @Test
    void anOrderThatBecomesKnownAfterItsDeadlineIsDecidedAMicrosecondLater() {
        assertThat(new LineCase().order(5, 9).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.OPEN, 6, day(9) + 1));
    }

    @Test
    void aRepeatedFactIsKnownSinceItsFirstTime() {
        LineCase late = ordered().receipt(1, 10, 5, 9);
        LineCase both = ordered().receipt(1, 10, 5, 9).receipt(1, 10, 5, 5.5);

        assertThat(late.judge(20, RECEIPT).episodes()).hasSize(1);
        assertThat(both.judge(20, RECEIPT).episodes()).isEmpty();
        assertThat(both.judge(20, RECEIPT).eventsIn()).isEqualTo(3);
    }

    @Test
    void aLaterPromiseInTimeMovesTheDeadline() {
        LineCase moved = ordered().acknowledged(12, 4);

        assertThat(moved.judge(12.9, RECEIPT).episodes()).isEmpty();
        assertThat(moved.judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.OPEN, 13, day(13)));
    }

    @Test
    void aLaterPromiseAfterTheBreachDoesNotOpenItAgain() {
        LineCase moved = ordered().acknowledged(12, 7);

        assertThat(moved.judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.OPEN, 6, day(6)));
    }

    @Test
    void aReceiptBeforeTheLaterPromiseButAfterTheBrokenOneIsCleared() {
        assertThat(
                        ordered()
                                .acknowledged(12, 7)
                                .receipt(1, 10, 10, 10)
                                .judge(20, RECEIPT)
                                .episodes())
                .containsExactly(episode(EpisodeStatus.CLEARED, 6, day(6)));
    }

    @Test
    void aLineCancelledBeforeItsDeadlineIsNotAlerted() {
        assertThat(cancelled(5, 5).judge(20, RECEIPT).episodes()).isEmpty();
    }

    @Test
    void aCancellationThatIsKnownTooLateRetracts() {
        assertThat(cancelled(5, 8).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.RETRACTED, 6, day(6)));
    }

    @Test
    void aCancellationAfterTheDeadlineClears() {
        assertThat(cancelled(8, 8).judge(20, RECEIPT).episodes())
                .containsExactly(episode(EpisodeStatus.CLEARED, 6, day(6)));
    }

    @Test
    void aClockWhoseStartNoLongerHoldsIsCleared() {
        LineCase grown =
                ordered().receipt(1, 10, 2, 2).order(1, OrderState.PURCHASE, 20, 5, 40, 40);

        assertThat(grown.judge(39, INVOICE).episodes())
                .extracting(OracleEpisode::status, OracleEpisode::deadlineMicros)
                .containsExactly(tuple(EpisodeStatus.CLEARED, day(32)));
    }

    @Test
    void theVersionInForceWhenTheClockStartedIsUsed() {
        OracleRule later = RECEIPT.version(2, day(1), false);
        OracleRule strict =
                OracleRule.of("receipt", MilestoneName.RECEIVED, OracleRule.Base.START, 0);

        assertThat(ordered().judge(20, strict, later).episodes())
                .extracting(OracleEpisode::deadlineMicros)
                .containsExactly(day(0));
        assertThat(ordered().judge(20, strict, later.version(2, day(1), true)).episodes())
                .extracting(OracleEpisode::deadlineMicros)
                .containsExactly(day(6));
        assertThat(ordered().judge(20, later).episodes()).isEmpty();
    }

    @Test
    void theEndOfTheDayIsTheOneOfTheRulesZone() {
        OracleRule newYork = RECEIPT.with(new Due(0, true, ZoneId.of("America/New_York"), 0, null));

        assertThat(ordered().judge(20, newYork).episodes())
                .extracting(OracleEpisode::deadlineMicros)
                .containsExactly(day(5) + 5 * Micros.HOUR);
    }

    private static LineCase cancelled(double occurred, double known) {
        return ordered().order(1, OrderState.CANCELLED, 10, 5, occurred, known);
    }

    private static OracleEpisode episode(EpisodeStatus status, double deadline, long openedAt) {
        return new OracleEpisode(
                AlertKind.SLA_BREACH,
                LineCase.LINE,
                "receipt",
                1,
                0,
                Severity.HIGH,
                status,
                day(deadline),
                openedAt);
    }
}
