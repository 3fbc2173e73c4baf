package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.cancelledOrder;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.events.OdooCommand;
import io.milepost.events.OrderState;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.SchedulePart;
import org.junit.jupiter.api.Test;

/** What Odoo is asked for when a supplier answers: ten pieces planned for 1 March. */
class CommandStoriesTest {

    private static final String[] DATED = {
        "SET_LINE_DATE 2026-03-05 00:00:00",
        "ACKNOWLEDGE_ORDER",
        "REVIEW_SALE_PROMISE 2026-03-05 00:00:00"
    };

    private final Story line = Story.under(Rules.receiptOnly()).given(order(10, "2026-03-01"));

    @Test
    void lessThanOrderedIsForAPersonToLookAt() {
        line.when(answer("A1", part(6, LineAnswer.ACCEPTED, "2026-03-01")))
                .thenOdooIsAsked(
                        "POST_NOTE Acknowledgement A1: 6 C62 for 2026-03-01, 4 C62 not answered",
                        "REVIEW_ACTIVITY Supplier confirmed 6 of 10 C62",
                        "ACKNOWLEDGE_ORDER");
    }

    @Test
    void moreThanOrderedAndASubstituteAreConfirmations() {
        line.when(
                        answer(
                                "A1",
                                part(8, LineAnswer.ACCEPTED, "2026-03-01"),
                                part(4, LineAnswer.SUBSTITUTED, "2026-03-01")))
                .thenOdooIsAsked("ACKNOWLEDGE_ORDER");
    }

    @Test
    void aPartThatIsRefusedIsADoubtEvenIfEverythingElseIsConfirmed() {
        line.when(
                        answer(
                                "A1",
                                part(10, LineAnswer.ACCEPTED, "2026-03-01"),
                                part(1, LineAnswer.ON_HOLD, null)))
                .thenOdooIsAsked(
                        "POST_NOTE Acknowledgement A1: 10 C62 for 2026-03-01, 1 C62 on hold",
                        "REVIEW_ACTIVITY Supplier confirmed 10 of 10 C62; parts are rejected, on"
                                + " hold or on back-order",
                        "ACKNOWLEDGE_ORDER");
    }

    @Test
    void theSameAnswerAsksOnceAndTheNextOneAgain() {
        Said answer = answer("A1", part(10, LineAnswer.CHANGED, "2026-03-05"));
        line.when(answer)
                .thenOdooIsAsked(DATED)
                .when(answer)
                .when(order(10, "2026-03-02").version(2).known("2026-02-03"))
                .thenOdooIsAsked()
                .when(
                        answer("A2", part(10, LineAnswer.CHANGED, "2026-03-05"))
                                .version(2)
                                .known("2026-02-04"))
                .thenOdooIsAsked(DATED);
    }

    @Test
    void theEarliestDateOfAllThatCountsIsAskedFor() {
        line.when(answer("A1", part(6, LineAnswer.ACCEPTED, "2026-03-08")))
                .thenOdooIsAsked(
                        "SET_LINE_DATE 2026-03-08 00:00:00",
                        "POST_NOTE Acknowledgement A1: 6 C62 for 2026-03-08, 4 C62 not answered",
                        "REVIEW_ACTIVITY Supplier confirmed 6 of 10 C62",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-08 00:00:00")
                .when(
                        Said.addition("A2", part(2, LineAnswer.ACCEPTED, "2026-03-05"))
                                .version(2)
                                .known("2026-02-03"))
                .thenOdooIsAsked(
                        "COMPLETE_ACTIVITY Supplier confirmed 8 of 10 C62",
                        "SET_LINE_DATE 2026-03-05 00:00:00",
                        "POST_NOTE Acknowledgement A2: 6 C62 for 2026-03-08, 2 C62 for"
                                + " 2026-03-05, 2 C62 not answered",
                        "REVIEW_ACTIVITY Supplier confirmed 8 of 10 C62",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-08 00:00:00")
                .when(
                        Said.addition("A3", part(2, LineAnswer.ACCEPTED, "2026-03-12"))
                                .version(3)
                                .known("2026-02-04"))
                .thenOdooIsAsked(
                        "COMPLETE_ACTIVITY Supplier confirmed 10 of 10 C62",
                        "SET_LINE_DATE 2026-03-05 00:00:00",
                        "POST_NOTE Acknowledgement A3: 6 C62 for 2026-03-08, 2 C62 for"
                                + " 2026-03-05, 2 C62 for 2026-03-12",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-12 00:00:00");
    }

    @Test
    void aCommandSaysWhatItExpectsToFind() {
        Steps steps = new Steps(Rules.receiptOnly());
        steps.say(order(10, "2026-03-01"));

        OdooCommand command =
                steps.say(answer("A1", part(10, LineAnswer.CHANGED, "2026-03-05")))
                        .outputs()
                        .commands()
                        .get(0);

        assertThat(command.getExpect()).isEqualTo("2026-03-01 00:00:00");
        assertThat(command.getOrderId()).isEqualTo(42);
        assertThat(command.getLineId()).isEqualTo(4201);
        assertThat(command.getFactIds()).containsExactly("acknowledgement/A1@1");
        assertThat(command.getKnownAt()).isEqualTo(Times.instant(Said.time("2026-02-02")));
    }

    @Test
    void nothingIsAskedForAnOrderThatIsNotConfirmedOrIsOver() {
        Story.under(Rules.receiptOnly())
                .given(order(10, Said.time("2026-03-01"), OrderState.SENT))
                .when(answer("A1", part(6, LineAnswer.CHANGED, "2026-03-05")))
                .thenOdooIsAsked();
        line.when(cancelledOrder(10, "2026-03-01").version(2).known("2026-02-01T10:00Z"))
                .when(answer("A1", part(6, LineAnswer.CHANGED, "2026-03-05")))
                .thenOdooIsAsked();
    }

    private static Said answer(String number, SchedulePart... parts) {
        return acknowledgement(number, parts).known("2026-02-02");
    }
}
