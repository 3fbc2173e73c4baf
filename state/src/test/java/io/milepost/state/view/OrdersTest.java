package io.milepost.state.view;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.cancelledOrder;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.view.Told.actual;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.events.LineStage;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.state.Said;
import io.milepost.state.Times;
import org.junit.jupiter.api.Test;

/** What the versions of an order tell, in whichever order they become known. */
class OrdersTest {

    private final Said first = order(10, "2026-03-01").known("2026-02-01");
    private final Said moved = order(10, "2026-03-10").version(2).known("2026-02-05");

    @Test
    void anOlderVersionThatComesLateIsTheFirstAllTheSame() {
        for (LineView view : new LineView[] {Told.view(first, moved), Told.view(moved, first)}) {
            assertThat(view.firstPromise()).isEqualTo(Said.time("2026-03-01"));
            assertThat(view.currentPromise()).isEqualTo(Said.time("2026-03-10"));
            assertThat(actual(view, MilestoneName.ORDERED).factId()).isEqualTo("order@1");
        }
    }

    @Test
    void anAcknowledgementIsJudgedByTheOrderOfItsTimeAlsoWhenThatComesLate() {
        Said confirmed =
                acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-01"))
                        .known("2026-02-03");

        assertThat(Told.knowledge(first, confirmed, moved).supplierMovedTheDate()).isFalse();
        assertThat(Told.knowledge(moved, confirmed).supplierMovedTheDate()).isTrue();
        assertThat(Told.knowledge(moved, confirmed, first).supplierMovedTheDate()).isFalse();
        assertThat(
                        Told.knowledge(moved, confirmed.known("2026-02-05"), first)
                                .supplierMovedTheDate())
                .as("it is held against what became known with it")
                .isTrue();
    }

    @Test
    void aDraftIsNotOrderedAndAnOrderThatIsCancelledWas() {
        Said draft = order(10, Said.time("2026-03-01"), OrderState.DRAFT).known("2026-02-01");
        Said confirmed = order(10, "2026-03-01").version(2).known("2026-02-02");
        Said cancelled = cancelledOrder(10, "2026-03-01").version(3).known("2026-02-03");
        Said draftAgain =
                order(10, Said.time("2026-03-01"), OrderState.DRAFT).version(4).known("2026-02-04");

        assertThat(actual(Told.view(draft), MilestoneName.ORDERED)).isNull();
        assertThat(actual(Told.view(draft, confirmed), MilestoneName.ORDERED).factId())
                .isEqualTo("order@2");
        LineView over = Told.view(draft, confirmed, cancelled);
        assertThat(actual(over, MilestoneName.ORDERED).factId()).isEqualTo("order@2");
        assertThat(over.stage()).isEqualTo(LineStage.CANCELLED);
        assertThat(
                        actual(
                                Told.view(draft, confirmed, cancelled, draftAgain),
                                MilestoneName.ORDERED))
                .isNull();
    }

    @Test
    void theLastMoveOfTheDateCountsAgainstAnAcknowledgementBeforeIt() {
        Said confirmed =
                acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-04"))
                        .known("2026-02-03");
        Said echo = order(10, "2026-03-04").version(2).known("2026-02-04");
        Said repeated = order(10, "2026-03-10").version(3).known("2026-02-06");

        assertPromised("2026-03-10", first, confirmed, moved);
        assertPromised("2026-03-04", first, confirmed, echo);
        assertPromised("2026-03-04", first, moved.known("2026-02-02"), confirmed, repeated);
        assertPromised("2026-03-04", confirmed);
    }

    @Test
    void aConfirmationThatIsKnownWithTheMoveIsHeldAgainstIt() {
        Said confirmed =
                acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-04"))
                        .known("2026-02-05");

        assertPromised("2026-03-04", first, moved, confirmed);
    }

    private static void assertPromised(String date, Said... said) {
        assertThat(Times.instant(Told.view(said).currentPromise()))
                .isEqualTo(Times.instant(Said.time(date)));
    }
}
