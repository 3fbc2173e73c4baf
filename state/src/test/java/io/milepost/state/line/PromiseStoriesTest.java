package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.cancelledOrder;
import static io.milepost.state.Said.noAcknowledgement;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.line.Story.breach;
import static io.milepost.state.line.Story.cleared;
import static io.milepost.state.line.Story.clock;
import static io.milepost.state.line.Story.retracted;

import io.milepost.events.LineAnswer;
import io.milepost.state.Rules;
import org.junit.jupiter.api.Test;

/** Dates that move, orders that end, suppliers that confirm less. Promised: 2026-03-01. */
class PromiseStoriesTest {

    private final Story line = Story.under(Rules.receiptOnly()).given(order(10, "2026-03-01"));

    @Test
    void aPromiseThatMovesBeforeTheDeadlineMovesTheDeadline() {
        line.when(order(10, "2026-03-10").version(2).known("2026-02-20"))
                .when(clock("2026-03-05"))
                .then()
                .when(clock("2026-03-11"))
                .then(breach("receipt"))
                .thenEpisode("receipt", "2026-03-11", "2026-03-11");
    }

    @Test
    void aPromiseThatMovesAfterTheDeadlineDoesNotUndoTheBreach() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(order(10, "2026-03-10").version(2).known("2026-03-03"))
                .then()
                .when(clock("2026-03-11"))
                .then()
                .thenEpisode("receipt", "2026-03-02", "2026-03-02");
    }

    @Test
    void anEarlierPromiseThatHasPassedIsDecidedAsSoonAsItIsKnown() {
        line.when(order(10, "2026-02-10").version(2).known("2026-02-20"))
                .then()
                .when(clock("2026-02-20"))
                .then()
                .when(clock("2026-02-21"))
                .then(breach("receipt"))
                .thenEpisode("receipt", "2026-02-11", "2026-02-20T00:00:00.000001Z");
    }

    @Test
    void aLineThatIsCancelledBeforeItsDeadlineIsNeverLate() {
        line.when(cancelledOrder(10, "2026-03-01").version(2).known("2026-02-20"))
                .when(clock("2026-04-01"))
                .then();
    }

    @Test
    void aLineThatIsCancelledAfterItsDeadlineWasLateUntilThen() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(cancelledOrder(10, "2026-03-01").version(2).known("2026-03-05"))
                .then(cleared("receipt"));
    }

    @Test
    void aCancellationInTimeThatIsRecordedLateTakesTheBreachBack() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(
                        cancelledOrder(10, "2026-03-01")
                                .version(2)
                                .happened("2026-02-20")
                                .known("2026-03-05"))
                .then(retracted("receipt"));
    }

    @Test
    void aLineConfirmedInTwoPartsKeepsFirstAndCurrentPromiseApart() {
        line.when(
                        acknowledgement(
                                        "A1",
                                        part(6, LineAnswer.CHANGED, "2026-03-05"),
                                        part(4, LineAnswer.BACKORDERED, "2026-03-20"))
                                .known("2026-02-10"))
                .thenPromises("2026-03-05", "2026-03-20")
                .thenOdooIsAsked(
                        "SET_LINE_DATE 2026-03-05 00:00:00",
                        "POST_NOTE Acknowledgement A1: 6 C62 for 2026-03-05, 4 C62 on back-order"
                                + " for 2026-03-20",
                        "REVIEW_ACTIVITY Supplier confirmed 6 of 10 C62; parts are rejected, on"
                                + " hold or on back-order",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-20 00:00:00")
                .when(clock("2026-03-20"))
                .then()
                .when(clock("2026-03-21"))
                .then(breach("receipt"));
    }

    @Test
    void aNewerAcknowledgementReplacesTheOlderAndTheFirstPromiseStays() {
        line.when(
                        acknowledgement("A1", part(10, LineAnswer.CHANGED, "2026-03-05"))
                                .known("2026-02-10"))
                .thenOdooIsAsked(
                        "SET_LINE_DATE 2026-03-05 00:00:00",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-05 00:00:00")
                .when(
                        acknowledgement("A2", part(10, LineAnswer.CHANGED, "2026-03-08"))
                                .version(2)
                                .known("2026-02-12"))
                .thenOdooIsAsked(
                        "SET_LINE_DATE 2026-03-08 00:00:00",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-08 00:00:00")
                .thenPromises("2026-03-05", "2026-03-08");
    }

    @Test
    void anAcknowledgementThatIsTakenBackNoLongerPromises() {
        line.when(
                        acknowledgement("A1", part(10, LineAnswer.CHANGED, "2026-03-05"))
                                .known("2026-02-10"),
                        noAcknowledgement("A1").version(2).known("2026-02-12"))
                .thenPromises("2026-03-05", "2026-03-01");
    }

    @Test
    void odooRepeatingTheSuppliersDateIsNoNewPromise() {
        line.when(
                        acknowledgement(
                                        "A1",
                                        part(6, LineAnswer.CHANGED, "2026-03-05"),
                                        part(4, LineAnswer.ACCEPTED, "2026-03-20"))
                                .known("2026-02-10"))
                .when(order(10, "2026-03-05").version(2).known("2026-02-11"))
                .thenPromises("2026-03-05", "2026-03-20");
    }

    @Test
    void theBuyersLaterWordOnTheDateCounts() {
        line.when(
                        acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-01"))
                                .known("2026-02-10"))
                .thenOdooIsAsked("ACKNOWLEDGE_ORDER")
                .when(order(10, "2026-04-01").version(2).known("2026-02-11"))
                .thenPromises("2026-03-01", "2026-04-01");
    }
}
