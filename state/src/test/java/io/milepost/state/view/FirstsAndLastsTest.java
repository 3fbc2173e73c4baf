package io.milepost.state.view;

import static io.milepost.state.Said.shipNotice;
import static io.milepost.state.view.Told.actual;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.CarrierFact;
import org.junit.jupiter.api.Test;

/** Milestones of which the first counts, and words of the carrier of which the last does. */
class FirstsAndLastsTest {

    private static final Said ORDER = Said.order(10, "2026-03-01");
    private static final long MARCH_3 = Said.time("2026-03-03");
    private static final long MARCH_5 = Said.time("2026-03-05");

    @Test
    void theFirstShipmentShipsTheLineWhicheverIsKnownFirst() {
        Said first = shipNotice("S1", 5, false).happened("2026-02-05").known("2026-02-09");
        Said second = shipNotice("S2", 5, false).happened("2026-02-07").known("2026-02-08");

        assertActual("2026-02-05", MilestoneName.SHIPPED, ORDER, first, second);
        assertActual("2026-02-05", MilestoneName.SHIPPED, ORDER, second, first);
    }

    @Test
    void whenTheFirstShipmentIsTakenBackTheSecondIsTheFirst() {
        Said first = shipNotice("S1", 5, false).happened("2026-02-05").known("2026-02-05");
        Said second = shipNotice("S2", 5, false).happened("2026-02-07").known("2026-02-07");
        Said back = shipNotice("S1", 5, true).version(2).known("2026-02-08");

        assertActual("2026-02-07", MilestoneName.SHIPPED, ORDER, first, second, back);
        assertThat(actual(Told.view(ORDER, first, back), MilestoneName.SHIPPED)).isNull();
    }

    @Test
    void aShipmentThatIsCorrectedMovesTheMilestone() {
        Said first = shipNotice("S1", 5, false).happened("2026-02-05").known("2026-02-05");
        Said second = shipNotice("S2", 5, false).happened("2026-02-07").known("2026-02-07");
        Said later = shipNotice("S1", 5, false).happened("2026-02-09").version(2);
        Said earlier = shipNotice("S1", 5, false).happened("2026-02-03").version(2);

        assertActual("2026-02-07", MilestoneName.SHIPPED, ORDER, first, second, later);
        assertActual("2026-02-03", MilestoneName.SHIPPED, ORDER, first, second, earlier);
    }

    @Test
    void ofTwoShipmentsOfOneMomentTheFirstByNumberIsNamed() {
        Said one = shipNotice("S1", 5, false).known("2026-02-05");
        Said two = shipNotice("S2", 5, false).known("2026-02-05");

        assertThat(actual(Told.view(ORDER, one, two), MilestoneName.SHIPPED).factId())
                .isEqualTo("ship-notice/S1/S1@1");
        assertThat(actual(Told.view(ORDER, two, one), MilestoneName.SHIPPED).factId())
                .isEqualTo("ship-notice/S1/S1@1");
    }

    @Test
    void anOrderThatThePartnersSystemRefusedWasSentButNotTaken() {
        LineView refused =
                Told.view(
                        ORDER, Said.technical("T1", TechnicalOutcome.REJECTED).known("2026-02-02"));
        LineView taken =
                Told.view(
                        ORDER, Said.technical("T1", TechnicalOutcome.ACCEPTED).known("2026-02-02"));

        assertThat(actual(refused, MilestoneName.SENT)).isNotNull();
        assertThat(actual(refused, MilestoneName.RECEIPT_ACKNOWLEDGED)).isNull();
        assertThat(actual(taken, MilestoneName.RECEIPT_ACKNOWLEDGED)).isNotNull();
    }

    @Test
    void anOrderThatLeftWasSentButNotYetTaken() {
        LineView left =
                Told.view(ORDER, Said.technical("D1", TechnicalOutcome.SENT).known("2026-02-02"));

        assertThat(actual(left, MilestoneName.SENT)).isNotNull();
        assertThat(actual(left, MilestoneName.RECEIPT_ACKNOWLEDGED)).isNull();
    }

    @Test
    void onlyWhatHasHappenedReachesAMilestoneOfTheCarrier() {
        Said picked = carrier("c1", CarrierStatus.PICKED_UP, TimeClassifier.ACTUAL, Times.NONE);
        Said planned = carrier("c2", CarrierStatus.ARRIVED, TimeClassifier.PLANNED, Times.NONE);

        LineView view = Told.view(ORDER, picked.known("2026-02-05"), planned.known("2026-02-06"));

        assertThat(actual(view, MilestoneName.PICKED_UP)).isNotNull();
        assertThat(actual(view, MilestoneName.ARRIVED)).isNull();
        assertThat(actual(view, MilestoneName.IN_TRANSIT)).isNull();
    }

    @Test
    void theLastWordOfTheCarrierIsTheLastThatHasHappened() {
        Said first = carrier("c1", CarrierStatus.BOOKED, TimeClassifier.ACTUAL, Times.NONE);
        Said last = carrier("c2", CarrierStatus.DELAYED, TimeClassifier.ACTUAL, Times.NONE);
        Said estimate = carrier("c3", CarrierStatus.ARRIVED, TimeClassifier.ESTIMATED, Times.NONE);

        Knowledge knowledge =
                Told.knowledge(
                        ORDER,
                        last.known("2026-02-06"),
                        first.happened("2026-02-05").known("2026-02-07"),
                        estimate.known("2026-02-08"));

        assertThat(knowledge.lastCarrierStatus().factId()).isEqualTo("carrier/c2@1");
        assertThat(Told.knowledge(ORDER).lastCarrierStatus()).isNull();
    }

    @Test
    void theCarriersNewestEstimateCountsBeforeTheShippers() {
        Said notice = shipNotice("S1", 10, false).known("2026-02-05");
        Said newest = carrier("c1", CarrierStatus.DELAYED, TimeClassifier.ACTUAL, MARCH_5);
        Said older = carrier("c2", CarrierStatus.IN_TRANSIT, TimeClassifier.ACTUAL, MARCH_3);

        assertEstimate(Said.time("2026-02-06"), ORDER, notice);
        assertEstimate(
                MARCH_5, ORDER, notice, newest.known("2026-02-08"), older.known("2026-02-07"));
        assertEstimate(
                MARCH_5, ORDER, notice, older.known("2026-02-07"), newest.known("2026-02-08"));
    }

    private static Said carrier(
            String id, CarrierStatus status, TimeClassifier classifier, long estimate) {
        return Said.of(
                "carrier/" + id, header -> new CarrierFact(header, status, classifier, estimate));
    }

    private static void assertActual(String time, MilestoneName name, Said... said) {
        assertThat(Times.instant(actual(Told.view(said), name).occurredAt()))
                .isEqualTo(Times.instant(Said.time(time)));
    }

    private static void assertEstimate(long time, Said... said) {
        Reached estimate =
                Told.milestone(Told.view(said), MilestoneName.DELIVERED, TimeClassifier.ESTIMATED);
        assertThat(Times.instant(estimate.occurredAt())).isEqualTo(Times.instant(time));
    }
}
