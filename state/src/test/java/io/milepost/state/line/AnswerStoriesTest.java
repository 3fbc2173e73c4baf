package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.plannedReceipt;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.Said.shipNotice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.LineAnswer;
import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What Odoo answers to what it was asked: ten pieces planned for 1 March. */
class AnswerStoriesTest {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);

    private static final String DAY = "2026-02-02";

    private final Story line = Story.under(Rules.receiptOnly()).given(order(10, "2026-03-01"));

    @Test
    void aConflictIsShownAndThatIsNotAskedAgainUntilThePartnerSaysSomethingNew() {
        line.when(moved("A1", "2026-03-05"))
                .thenOdooIsAsked(
                        "SET_LINE_DATE 2026-03-05 00:00:00",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-05 00:00:00")
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE,
                        CommandOutcome.CONFLICT,
                        "2026-03-09 00:00:00",
                        "2026-02-02T01:00Z")
                .thenConflicts(CommandKind.SET_LINE_DATE)
                .when(moved("A1", "2026-03-05"))
                .when(order(10, "2026-03-09").version(2).known("2026-02-02T02:00Z"))
                .thenOdooIsAsked()
                .when(moved("A2", "2026-03-06").version(2).known("2026-02-03"))
                .thenConflicts()
                .thenOdooIsAsked(
                        "SET_LINE_DATE 2026-03-06 00:00:00",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-06 00:00:00");
    }

    @Test
    void whatIsExpectedIsWhatOdooAnsweredLastUntilItSaysMore() {
        line.when(moved("A1", "2026-03-05"))
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE,
                        CommandOutcome.APPLIED,
                        null,
                        "2026-02-02T01:00Z")
                .when(moved("A2", "2026-03-06").version(2).known("2026-02-03"))
                .thenExpects(CommandKind.SET_LINE_DATE, "2026-03-05 00:00:00")
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE,
                        CommandOutcome.CONFLICT,
                        "2026-03-20 00:00:00",
                        "2026-02-03T01:00Z")
                .when(moved("A3", "2026-03-07").version(3).known("2026-02-04"))
                .thenExpects(CommandKind.SET_LINE_DATE, "2026-03-20 00:00:00")
                .when(order(10, "2026-03-21").version(2).known("2026-02-04T01:00Z"))
                .when(moved("A4", "2026-03-08").version(4).known("2026-02-05"))
                .thenExpects(CommandKind.SET_LINE_DATE, "2026-03-21 00:00:00");
    }

    @Test
    void aRefusalIsShown() {
        line.when(moved("A1", "2026-03-05"))
                .whenOdooAnswers(
                        CommandKind.ACKNOWLEDGE_ORDER,
                        CommandOutcome.REJECTED,
                        null,
                        "2026-02-02T01:00Z")
                .thenRefused(CommandKind.ACKNOWLEDGE_ORDER)
                .thenConflicts();
    }

    @Test
    void whatWasAnsweredBeforeTheLineWasForgottenIsNotAskedAgain() {
        line.when(moved("A1", "2026-03-05"));
        Story again = Story.under(Rules.receiptOnly()).given(order(10, "2026-03-01"));
        Line forgetful = new Line(KEY, Rules.receiptOnly(), FactArchive.inMemory());
        LineState state =
                forgetful.apply(LineState.EMPTY, order(10, "2026-03-01").fact(), 0).state();
        for (CommandKind kind :
                List.of(
                        CommandKind.SET_LINE_DATE,
                        CommandKind.ACKNOWLEDGE_ORDER,
                        CommandKind.REVIEW_SALE_PROMISE)) {
            Answer answer =
                    new Answer(kind, line.lastId(kind), CommandOutcome.CONFLICT, null, "x", 9);
            state = forgetful.answered(state, answer).state();
        }

        Step step = forgetful.apply(state, moved("A1", "2026-03-05").fact(), 0);

        assertThat(step.outputs().commands()).isEmpty();
        again.when(moved("A1", "2026-03-05"));
        assertThat(again.lastId(CommandKind.SET_LINE_DATE))
                .isEqualTo(line.lastId(CommandKind.SET_LINE_DATE));
    }

    @Test
    void anAnswerRaisesNoAlertAlsoWhenADeadlineIsDue() {
        line.when(moved("A1", "2026-03-05"))
                .then()
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE, CommandOutcome.APPLIED, null, "2026-05-01")
                .then();
    }

    @Test
    void anAnswerThatComesAgainIsADuplicateAndAnOlderOneHasNoEffect() {
        line.when(moved("A1", "2026-03-05"))
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE, CommandOutcome.APPLIED, null, "2026-02-03")
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE, CommandOutcome.APPLIED, null, "2026-02-03")
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE, CommandOutcome.REJECTED, null, "2026-02-02");

        assertThat(line.outcomes())
                .containsExactly(
                        MergeOutcome.ADDED, MergeOutcome.DUPLICATE, MergeOutcome.SUPERSEDED);
        line.thenRefused();
    }

    @Test
    void theOrderInWhichAnswersComeChangesNothing() {
        List<Answer> answers = new ArrayList<>();
        for (CommandKind kind :
                List.of(CommandKind.SET_LINE_DATE, CommandKind.DRAFT_BILL, CommandKind.POST_NOTE)) {
            for (int at = 0; at < 4; at++) {
                answers.add(
                        new Answer(
                                kind, "c" + at % 3, CommandOutcome.values()[1 + at], null, "", at));
            }
        }
        Answers first = all(answers);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(answers, random);
            assertThat(all(answers)).as("seed 7, shuffle %s", i).isEqualTo(first);
        }
        assertThat(first.newest()).hasSize(5);
    }

    @Test
    void aReviewThatOdooRefusedIsNotEnded() {
        line.when(acknowledgement("A1", part(6, LineAnswer.ACCEPTED, "2026-03-01")).known(DAY))
                .whenOdooAnswers(
                        CommandKind.REVIEW_ACTIVITY, CommandOutcome.REJECTED, null, "2026-02-03")
                .thenOdooIsAsked(
                        "POST_NOTE Acknowledgement A1: 6 C62 for 2026-03-01, 4 C62 not answered",
                        "REVIEW_ACTIVITY Supplier confirmed 6 of 10 C62",
                        "ACKNOWLEDGE_ORDER")
                .when(
                        acknowledgement("A2", part(10, LineAnswer.ACCEPTED, "2026-03-01"))
                                .version(2)
                                .known("2026-02-04"))
                .thenOdooIsAsked("ACKNOWLEDGE_ORDER");
    }

    @Test
    void aReviewIsEndedOnceByTheCommandThatItWasAskedWith() {
        line.when(acknowledgement("A1", part(6, LineAnswer.ACCEPTED, "2026-03-01")).known(DAY));
        String review = line.lastId(CommandKind.REVIEW_ACTIVITY);
        line.when(
                        acknowledgement("A2", part(10, LineAnswer.ACCEPTED, "2026-03-01"))
                                .version(2)
                                .known("2026-02-04"))
                .thenRefersTo(CommandKind.COMPLETE_ACTIVITY, review)
                .thenOdooIsAsked(
                        "POST_NOTE Acknowledgement A1: 6 C62 for 2026-03-01, 4 C62 not answered",
                        "REVIEW_ACTIVITY Supplier confirmed 6 of 10 C62",
                        "ACKNOWLEDGE_ORDER",
                        "COMPLETE_ACTIVITY Supplier confirmed 10 of 10 C62",
                        "ACKNOWLEDGE_ORDER")
                .when("2026-02-10")
                .when(plannedReceipt(1, 10, "2026-03-01").known("2026-02-05"))
                .thenOdooIsAsked();
    }

    @Test
    void receiptsAreAskedForWhileOdooHasOneToCome() {
        line.when(shipNotice("S1", 10, "1Z9", Said.time("2026-03-03")).known("2026-02-20"))
                .thenOdooIsAsked()
                .when(plannedReceipt(1, 10, "2026-03-01").known("2026-02-21"))
                .thenOdooIsAsked("SET_RECEIPT_TRACKING 1Z9", "SET_RECEIPT_DATE 2026-03-03 00:00:00")
                .thenExpects(CommandKind.SET_RECEIPT_DATE, "2026-03-01 00:00:00")
                .thenExpects(CommandKind.SET_RECEIPT_TRACKING, "")
                .when(plannedReceipt(1, 10, "2026-03-03").version(2).known("2026-02-22"))
                .when(receipt(1, 10).version(3).known("2026-03-03"))
                .when(shipNotice("S2", 10, "1Z8", Said.time("2026-03-09")).known("2026-03-04"))
                .thenOdooIsAsked();
    }

    @Test
    void whatATakenBackNoticeAskedForIsPutRightAlsoWhenItsAnswerIsStillToCome() {
        line.when(plannedReceipt(1, 10, "2026-03-01").known(DAY))
                .when(shipNotice("S1", 10, "1Z1", Said.time("2026-03-03")).known("2026-02-20"))
                .thenOdooIsAsked("SET_RECEIPT_TRACKING 1Z1", "SET_RECEIPT_DATE 2026-03-03 00:00:00")
                .whenOdooAnswers(
                        CommandKind.SET_RECEIPT_TRACKING,
                        CommandOutcome.APPLIED,
                        null,
                        "2026-02-20T01:00Z")
                .whenOdooAnswers(
                        CommandKind.SET_RECEIPT_DATE,
                        CommandOutcome.APPLIED,
                        null,
                        "2026-02-20T01:00Z");
        String first = line.lastId(CommandKind.SET_RECEIPT_TRACKING);
        line.when(shipNotice("S2", 10, "1Z2", Said.time("2026-03-09")).known("2026-02-21"))
                .thenOdooIsAsked("SET_RECEIPT_TRACKING 1Z2", "SET_RECEIPT_DATE 2026-03-09 00:00:00")
                .when(shipNotice("S2", 10, true).version(2).known("2026-02-22"))
                .thenOdooIsAsked(
                        "SET_RECEIPT_TRACKING 1Z1", "SET_RECEIPT_DATE 2026-03-03 00:00:00");
        // Under its first id it is done already, and Odoo would do nothing.
        assertThat(line.lastId(CommandKind.SET_RECEIPT_TRACKING)).isNotEqualTo(first);
        line.whenOdooAnswers(
                        CommandKind.SET_RECEIPT_TRACKING,
                        CommandOutcome.APPLIED,
                        null,
                        "2026-02-22T01:00Z")
                .when(plannedReceipt(1, 10, "2026-03-03").version(2).known("2026-02-23"))
                .thenOdooIsAsked();
    }

    @Test
    void whatATakenBackAcknowledgementAskedForIsPutRight() {
        line.when(moved("A1", "2026-03-05"));
        String first = line.lastId(CommandKind.SET_LINE_DATE);
        line.whenOdooAnswers(
                        CommandKind.SET_LINE_DATE,
                        CommandOutcome.APPLIED,
                        null,
                        "2026-02-02T01:00Z")
                .when(moved("A2", "2026-03-06").version(2).known("2026-02-03"))
                .whenOdooAnswers(
                        CommandKind.SET_LINE_DATE,
                        CommandOutcome.APPLIED,
                        null,
                        "2026-02-03T01:00Z")
                .when(Said.noAcknowledgement("A2").version(3).known("2026-02-04"))
                .thenExpects(CommandKind.SET_LINE_DATE, "2026-03-06 00:00:00");
        assertThat(line.lastId(CommandKind.SET_LINE_DATE)).isNotEqualTo(first);
    }

    @Test
    void aReviewThatALaterAcknowledgementEndedIsMadeAnewWhenThatIsTakenBack() {
        String note = "POST_NOTE Acknowledgement A1: 6 C62 for 2026-03-01, 4 C62 not answered";
        String review = "REVIEW_ACTIVITY Supplier confirmed 6 of 10 C62";
        line.when(acknowledgement("A1", part(6, LineAnswer.ACCEPTED, "2026-03-01")).known(DAY));
        String first = line.lastId(CommandKind.REVIEW_ACTIVITY);
        line.thenOdooIsAsked(note, review, "ACKNOWLEDGE_ORDER")
                .when(whole("A2").version(2).known("2026-02-04"))
                .thenRefersTo(CommandKind.COMPLETE_ACTIVITY, first)
                .thenOdooIsAsked(
                        "COMPLETE_ACTIVITY Supplier confirmed 10 of 10 C62", "ACKNOWLEDGE_ORDER")
                .when(Said.noAcknowledgement("A2").version(3).known("2026-02-05"));
        String second = line.lastId(CommandKind.REVIEW_ACTIVITY);
        line.thenOdooIsAsked(note, review, "ACKNOWLEDGE_ORDER");

        assertThat(second).as("done already under its first id").isNotEqualTo(first);
        line.when(whole("A3").version(4).known("2026-02-06"))
                .thenRefersTo(CommandKind.COMPLETE_ACTIVITY, second)
                .thenOdooIsAsked(
                        "COMPLETE_ACTIVITY Supplier confirmed 10 of 10 C62", "ACKNOWLEDGE_ORDER");
    }

    private static Said whole(String number) {
        return acknowledgement(number, part(10, LineAnswer.ACCEPTED, "2026-03-01"));
    }

    private static Answers all(List<Answer> answers) {
        Answers all = Answers.NONE;
        for (Answer answer : answers) {
            all = all.with(answer);
        }
        return all;
    }

    private static Said moved(String number, String date) {
        return acknowledgement(number, part(10, LineAnswer.CHANGED, date)).known(DAY);
    }
}
