package io.milepost.state.view;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.addition;
import static io.milepost.state.Said.noAcknowledgement;
import static io.milepost.state.Said.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import org.junit.jupiter.api.Test;

/** Ten pieces planned for 1 March: what the supplier has committed itself to. */
class CommitmentsTest {

    private static final Said ORDER = Said.order(10, "2026-03-01");

    private final Said first = confirmed("A1", 10, "2026-03-05").version(1).known("2026-02-05");
    private final Said second = confirmed("A2", 10, "2026-03-08").version(2).known("2026-02-06");
    private final Said third = confirmed("A3", 10, "2026-03-12").version(3).known("2026-02-07");

    @Test
    void theNewestReplacesTheOthersInWhicheverOrderTheyBecomeKnown() {
        assertStanding(Told.knowledge(ORDER, first, second), "A2");
        assertStanding(Told.knowledge(ORDER, second, first), "A2");
        assertStanding(Told.knowledge(ORDER, second, third, first), "A3");
    }

    @Test
    void whenTheNewestIsTakenBackTheOneBeforeCountsAgain() {
        Said back = noAcknowledgement("A2").version(4).known("2026-02-10");

        assertStanding(Told.knowledge(ORDER, first, second, back), "A1");
        assertStanding(Told.knowledge(ORDER, second, back));
        assertStanding(Told.knowledge(ORDER, second, back, first), "A1");
    }

    @Test
    void aRevisedAcknowledgementTakesThePlaceOfItsNewVersion() {
        Said revised = confirmed("A1", 10, "2026-03-20").version(5).known("2026-02-10");

        Knowledge knowledge = Told.knowledge(ORDER, first, second, revised);

        assertStanding(knowledge, "A1");
        assertThat(LineView.of(knowledge).currentPromise()).isEqualTo(Said.time("2026-03-20"));
        assertStanding(Told.knowledge(ORDER, first, revised), "A1");
    }

    @Test
    void anAdditionCountsTogetherWithWhatItAddsTo() {
        Said added =
                addition("A4", part(4, LineAnswer.ACCEPTED, "2026-03-20"))
                        .version(4)
                        .known("2026-02-10");
        Said anew = confirmed("A5", 10, "2026-03-25").version(5).known("2026-02-11");

        assertStanding(Told.knowledge(ORDER, first, added), "A1", "A4");
        assertStanding(Told.knowledge(ORDER, first, added, anew), "A5");
        assertStanding(Told.knowledge(ORDER, added, first), "A1", "A4");
        assertStanding(Told.knowledge(ORDER, second, added, first), "A2", "A4");
        assertStanding(Told.knowledge(ORDER, first, added, second), "A2", "A4");
    }

    @Test
    void theLineIsAcknowledgedByTheOldestThatIsInForce() {
        assertAcknowledgedBy("acknowledgement/A1@1", ORDER, first, second);
        assertAcknowledgedBy("acknowledgement/A1@1", ORDER, second, first);
        assertAcknowledgedBy(
                "acknowledgement/A2@2",
                ORDER,
                first,
                second,
                noAcknowledgement("A1").version(9).known("2026-02-10"));
    }

    @Test
    void theFirstPromiseIsTheOneThatWasIssuedFirst() {
        assertThat(Told.view(ORDER, second, first).firstPromise())
                .isEqualTo(Said.time("2026-03-05"));
        assertThat(Told.view(ORDER, first, second).firstPromise())
                .isEqualTo(Said.time("2026-03-05"));
        assertThat(Told.view(ORDER, noAcknowledgement("A1").known("2026-02-05")).firstPromise())
                .as("nothing was promised but by the order")
                .isEqualTo(Said.time("2026-03-01"));
    }

    @Test
    void ofTwoFirstPromisesOfOneVersionTheFirstByNameIsIt() {
        Said other = confirmed("A0", 10, "2026-03-30").version(1).known("2026-02-09");

        assertThat(Told.view(ORDER, first, other).firstPromise())
                .isEqualTo(Said.time("2026-03-30"));
        assertThat(Told.view(ORDER, other, first).firstPromise())
                .isEqualTo(Said.time("2026-03-30"));
    }

    @Test
    void theSupplierMovesTheDateWhenItNamesAnotherDayThanTheOrderHadThen() {
        Said sameDay =
                acknowledgement("A1", part(10, LineAnswer.ACCEPTED, Said.time("2026-03-01T18:00Z")))
                        .known("2026-02-05");
        Said moved = Said.order(10, "2026-03-05").version(2).known("2026-02-04");

        assertThat(Told.knowledge(ORDER, sameDay).supplierMovedTheDate()).isFalse();
        assertThat(Told.knowledge(ORDER, first).supplierMovedTheDate()).isTrue();
        assertThat(Told.knowledge(ORDER, moved, first).supplierMovedTheDate())
                .as("the buyer moved it first")
                .isFalse();
    }

    @Test
    void anAcknowledgementFromBeforeTheOrderIsJudgedWhenTheOrderIsKnown() {
        Said planned = Said.order(10, "2026-03-05").known("2026-02-10");
        Said otherwise = Said.order(10, "2026-03-01").known("2026-02-10");

        assertThat(Told.knowledge(first).supplierMovedTheDate()).isFalse();
        assertThat(Told.knowledge(first, planned).supplierMovedTheDate()).isFalse();
        assertThat(Told.knowledge(first, otherwise).supplierMovedTheDate()).isTrue();
    }

    @Test
    void anAcknowledgementOfALineThatIsOverCameTooLate() {
        Said cancelled = Said.cancelledOrder(10, "2026-03-01").version(2).known("2026-02-05");
        Said open = Said.order(10, "2026-03-01").version(3).known("2026-02-08");

        assertThat(Told.knowledge(ORDER, second).acknowledgedTooLate()).isFalse();
        assertThat(
                        Told.knowledge(
                                        ORDER,
                                        first,
                                        second,
                                        noAcknowledgement("A2").version(9).known("2026-02-11"))
                                .acknowledgedTooLate())
                .as("what counts again came in time")
                .isFalse();
        assertThat(Told.knowledge(ORDER, cancelled, second).acknowledgedTooLate()).isTrue();
        assertThat(Told.knowledge(ORDER, cancelled, second, open, third).acknowledgedTooLate())
                .as("the line goes on, and so does the supplier")
                .isFalse();
        assertThat(
                        Told.knowledge(
                                        ORDER,
                                        cancelled,
                                        first,
                                        open,
                                        third,
                                        noAcknowledgement("A3").version(9).known("2026-02-11"))
                                .acknowledgedTooLate())
                .as("what counts again still came too late")
                .isTrue();
    }

    private static Said confirmed(String number, int pieces, String date) {
        return acknowledgement(number, part(pieces, LineAnswer.ACCEPTED, date));
    }

    private static void assertStanding(Knowledge knowledge, String... numbers) {
        assertThat(knowledge.acknowledgements())
                .extracting(AcknowledgementFact::header)
                .extracting(header -> header.identity().substring("acknowledgement/".length()))
                .containsExactly(numbers);
        assertThat(knowledge.acknowledgement())
                .isEqualTo(
                        numbers.length == 0
                                ? null
                                : knowledge.acknowledgements().get(numbers.length - 1));
    }

    private static void assertAcknowledgedBy(String factId, Said... said) {
        Reached reached = Told.actual(Told.view(said), MilestoneName.ACKNOWLEDGED);
        assertThat(reached.factId()).isEqualTo(factId);
        assertThat(reached.occurredAt()).isNotEqualTo(Times.NONE);
    }
}
