package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.shipNotice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneName;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.Share;
import io.milepost.state.sla.RuleBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line of 100 pieces that is split on 3 February: 60 stay, 40 become a part. */
class SplitStoriesTest {

    private static final RuleBook RULES =
            RuleBook.of(
                    List.of(
                            Rules.receipt(ZoneOffset.UTC),
                            Rules.acknowledgement(Duration.ofHours(48))));

    private static final Said ANSWER =
            acknowledgement(
                            "A1",
                            part(60, LineAnswer.ACCEPTED, "2026-03-10"),
                            part(40, LineAnswer.ACCEPTED, "2026-03-20"))
                    .known("2026-02-02");

    private static final Said LINE = split(60, "2026-03-10", 0, 0, 40);
    private static final Said PART = split(40, "2026-03-20", 4201, 60, 0);

    private final Story line = Story.under(RULES).given(Said.order(100, "2026-03-10"));
    private final Story part = Story.under(RULES);

    private static Said split(int pieces, String planned, long of, int before, int after) {
        return Said.of(
                        OrderFact.IDENTITY,
                        header ->
                                ((OrderFact) Said.order(pieces, planned).fact())
                                        .withHeader(header)
                                        .withShare(
                                                new Share(
                                                        of,
                                                        BigDecimal.valueOf(before),
                                                        BigDecimal.valueOf(after))))
                .version(2)
                .known("2026-02-03");
    }

    private static Said inherited(Said said) {
        return Said.of("", header -> Inherited.of(said.fact()));
    }

    private void isSplit(Said... said) {
        for (Said each : said) {
            line.when(each);
            part.when(inherited(each));
        }
        line.when(LINE);
        part.when(PART);
    }

    @Test
    void theAnswerIsDividedByDateAndNothingIsAskedForAgain() {
        line.when(ANSWER)
                .thenOdooIsAsked(
                        "POST_NOTE Acknowledgement A1: 60 C62 for 2026-03-10, 40 C62 for"
                                + " 2026-03-20",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-20 00:00:00");
        part.when(inherited(ANSWER));

        line.when(LINE).thenOdooIsAsked().then();
        part.when(PART).thenOdooIsAsked().then();

        assertThat(line.status().getConfirmed()).isEqualByComparingTo("60");
        assertThat(part.status().getConfirmed()).isEqualByComparingTo("40");
        assertPromises(line.status(), "2026-03-10", "2026-03-10");
        assertPromises(part.status(), "2026-03-10", "2026-03-20");
        line.when("2026-03-11").then(Story.breach("receipt"));
        part.when("2026-03-11").then().when("2026-03-21").then(Story.breach("receipt"));
    }

    @Test
    void whatWasLateBeforeTheSplitIsTheLinesMatter() {
        line.when("2026-02-02T13:00Z").then(Story.breach("acknowledgement"));
        Said late =
                acknowledgement("A1", part(100, LineAnswer.ACCEPTED, "2026-03-10"))
                        .known("2026-02-02T14:00Z");
        line.when(late).then(Story.cleared("acknowledgement"));
        part.when(inherited(late)).when("2026-02-02T15:00Z");

        part.when(PART).when("2026-02-04").then();
        assertThat(part.status().getMilestone()).isEqualTo(MilestoneName.ACKNOWLEDGED);
    }

    @Test
    void aPartOfWhichNothingWasSaidIsHeldToTheClocksThatStillRun() {
        RuleBook patient = RuleBook.of(List.of(Rules.acknowledgement(Duration.ofDays(10))));
        Story rest = Story.under(patient);
        rest.when(
                inherited(
                        acknowledgement("A1", part(60, LineAnswer.ACCEPTED, "2026-03-10"))
                                .known("2026-02-02")),
                PART);

        rest.when("2026-02-10").then();
        rest.when("2026-02-11").then(Story.breach("acknowledgement"));
    }

    @Test
    void shipmentsAndInvoicesGoToTheLineFirstWhicheverCameFirst() {
        isSplit(ANSWER);
        Said early = shipNotice("S1", 50, false).happened("2026-03-01").known("2026-03-02");
        Said late = shipNotice("S2", 45, false).happened("2026-03-05").known("2026-03-01T12:00Z");
        Said bill = invoice("I1", 110, 5).known("2026-03-06");
        for (Said said : List.of(late, early, bill)) {
            line.when(said);
            part.when(inherited(said));
        }

        assertThat(line.status().getShipped()).isEqualByComparingTo("60");
        assertThat(part.status().getShipped()).isEqualByComparingTo("35");
        assertThat(line.status().getInvoiced()).isEqualByComparingTo("60");
        assertThat(part.status().getInvoiced())
                .as("the last has what is too much")
                .isEqualByComparingTo("50");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        Said shipped = shipNotice("S1", 70, false).happened("2026-02-02").known("2026-02-02");
        isSplit(ANSWER, shipped);
        Story other = Story.under(RULES).when(PART, inherited(shipped), inherited(ANSWER));

        assertThat(other.status().toString()).isEqualTo(part.status().toString());
        assertThat(other.status().getShipped()).isEqualByComparingTo("10");
    }

    @Test
    void whatNamesThePartItselfIsItsOwn() {
        isSplit(ANSWER);
        part.when(
                acknowledgement("A2", part(40, LineAnswer.ACCEPTED, "2026-04-01"))
                        .version(5)
                        .known("2026-02-05"));

        assertThat(part.status().getConfirmed()).isEqualByComparingTo("40");
        assertPromises(part.status(), "2026-03-10", "2026-04-01");
    }

    private static void assertPromises(LineStatus status, String first, String current) {
        assertThat(status.getFirstPromiseAt()).isEqualTo(instant(first));
        assertThat(status.getCurrentPromiseAt()).isEqualTo(instant(current));
    }

    private static Instant instant(String text) {
        return Times.instant(Said.time(text));
    }
}
