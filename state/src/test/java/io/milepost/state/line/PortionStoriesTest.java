package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.line.Story.breach;
import static io.milepost.state.line.Story.cleared;
import static io.milepost.state.line.Story.clock;
import static io.milepost.state.line.Story.retracted;

import io.milepost.events.LineAnswer;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Portion;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that are kept by a part of a line, and lines that are promised in parts. */
class PortionStoriesTest {

    private static final RuleBook BY_PART =
            RuleBook.of(List.of(Rules.perScheduleLine(Rules.receipt(ZoneOffset.UTC))));

    private final Story inParts = Story.under(BY_PART).given(order(250, "2026-03-01"));

    private static Said fiftyThenTwoHundred() {
        return acknowledgement(
                        "A1",
                        part(50, LineAnswer.ACCEPTED, "2026-03-01"),
                        part(200, LineAnswer.BACKORDERED, "2026-03-10"))
                .known("2026-02-02");
    }

    @Test
    void theFirstReceiptKeepsARuleForAnything() {
        Story.under(share("0"))
                .given(order(250, "2026-03-01"))
                .when(receipt(1, 1).happened("2026-03-01").known("2026-03-01"))
                .when(clock("2026-04-01"))
                .then();
    }

    @Test
    void halfIsNotYetNineTenths() {
        Story.under(share("90"))
                .given(order(250, "2026-03-01"))
                .when(receipt(1, 125).happened("2026-02-28").known("2026-02-28"))
                .when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(receipt(2, 100).happened("2026-03-03").known("2026-03-03"))
                .then(cleared("receipt"));
    }

    @Test
    void aReceiptThatIsReversedIsNoFirstReceipt() {
        Story.under(share("0"))
                .given(order(250, "2026-03-01"))
                .when(receipt(1, 5).happened("2026-02-27").known("2026-02-27"))
                .when(receipt(2, -5).happened("2026-02-28").known("2026-02-28"))
                .when(clock("2026-03-02"))
                .then(breach("receipt"));
    }

    @Test
    void eachPartIsDueByItsOwnDay() {
        inParts.when(fiftyThenTwoHundred())
                .when(clock("2026-03-02"))
                .then(breach("receipt"))
                .thenEpisode("receipt", "2026-03-02", "2026-03-02")
                .when(receipt(1, 50).happened("2026-03-03").known("2026-03-03"))
                .then(cleared("receipt"))
                .when(clock("2026-03-11"))
                .then(breach("receipt"));
    }

    @Test
    void aPartThatCameInTimeIsNoBreachAlthoughTheRestIsStillToCome() {
        inParts.when(fiftyThenTwoHundred())
                .when(receipt(1, 50).happened("2026-03-01").known("2026-03-01"))
                .when(clock("2026-03-02"))
                .then()
                .when(receipt(2, 200).happened("2026-03-09").known("2026-03-09"))
                .when(clock("2026-03-11"))
                .then();
    }

    @Test
    void aPartThatHadComeInTimeTakesItsBreachBack() {
        inParts.when(fiftyThenTwoHundred())
                .when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(receipt(1, 50).happened("2026-03-01").known("2026-03-03"))
                .then(retracted("receipt"));
    }

    @Test
    void anotherScheduleLaterDoesNotTakeTheBreachOfAPartBack() {
        inParts.when(fiftyThenTwoHundred())
                .when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(
                        acknowledgement(
                                        "A2",
                                        part(40, LineAnswer.ACCEPTED, "2026-03-05"),
                                        part(210, LineAnswer.ACCEPTED, "2026-03-20"))
                                .version(2)
                                .known("2026-03-03"))
                .then()
                .when(receipt(1, 45).happened("2026-03-04").known("2026-03-04"))
                .then()
                .when(receipt(2, 5).happened("2026-03-05").known("2026-03-05"))
                .then(cleared("receipt"));
    }

    @Test
    void aBuyerWhoMovesTheLineWantsItWholeAgain() {
        inParts.when(fiftyThenTwoHundred())
                .when(order(250, "2026-03-20").version(2).known("2026-02-20"))
                .when(clock("2026-03-12"))
                .then()
                .when(clock("2026-03-21"))
                .then(breach("receipt"));
    }

    private static RuleBook share(String percent) {
        return RuleBook.of(
                List.of(
                        Rules.portion(
                                Rules.receipt(ZoneOffset.UTC),
                                Portion.share(new BigDecimal(percent)))));
    }
}
