package io.milepost.state.line;

import static io.milepost.state.Said.shipNotice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.correlation.Turn;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.Share;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.sla.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A line of 100 pieces, split on 3 February: 60 stay, 40 become a part. After a day without a word
 * of the carrier somebody asks.
 */
class CarriedPartsTest {

    private static final RuleBook RULES = RuleBook.of(List.of(Rules.carrierSilence()));

    private static final Said LINE = split(60, 0, 0, 40);
    private static final Said PART = split(40, 4201, 60, 0);

    private static final Said FIRST = shipNotice("S1", 60, false).known("2026-02-10");
    private static final Said SECOND = shipNotice("S2", 40, false).known("2026-02-10T12:00Z");

    private final Story line = Story.under(RULES).given(Said.order(100, "2026-03-10"));
    private final Story part = Story.under(RULES);

    private static Said split(int pieces, long of, int before, int after) {
        return Said.of(
                        OrderFact.IDENTITY,
                        header ->
                                ((OrderFact) Said.order(pieces, "2026-03-10").fact())
                                        .withHeader(header)
                                        .withShare(
                                                new Share(
                                                        of,
                                                        BigDecimal.valueOf(before),
                                                        BigDecimal.valueOf(after))))
                .version(2)
                .known("2026-02-03");
    }

    private static Said carrier(String id, CarrierStatus status, String... notices) {
        return Said.of(
                "carrier/" + id,
                header ->
                        new CarrierFact(
                                header,
                                status,
                                TimeClassifier.ACTUAL,
                                Times.NONE,
                                List.of(notices).stream()
                                        .map(number -> ShipNoticeFact.identity(number, number))
                                        .toList()));
    }

    private static Said inherited(Said said) {
        return Said.of("", header -> Inherited.of(said.fact()));
    }

    private void isSplit() {
        line.when(LINE);
        part.when(PART);
    }

    private void isShipped(Said... notices) {
        for (Said notice : notices) {
            line.when(notice);
            part.when(inherited(notice));
        }
    }

    private void isTold(Said... said) {
        line.when(said);
        part.when(said);
    }

    private void assertReached(MilestoneName ofLine, MilestoneName ofPart) {
        assertThat(line.status().getMilestone()).as("line").isEqualTo(ofLine);
        assertThat(part.status().getMilestone()).as("part").isEqualTo(ofPart);
    }

    @Test
    void eachHearsOfTheShipmentThatItsGoodsAreIn() {
        isSplit();
        isShipped(FIRST, SECOND);
        isTold(carrier("c1", CarrierStatus.DELIVERED, "S1").known("2026-02-11"));
        assertReached(MilestoneName.DELIVERED, MilestoneName.SHIPPED);

        isTold(carrier("c2", CarrierStatus.IN_TRANSIT, "S2").known("2026-02-12"));
        assertReached(MilestoneName.DELIVERED, MilestoneName.IN_TRANSIT);
        line.when("2026-02-14T12:00Z").then();
        part.when("2026-02-14T12:00Z").then(Story.breach("silence"));
    }

    @Test
    void bothHearOfAShipmentThatTheyShare() {
        isSplit();
        isShipped(shipNotice("S1", 70, false).known("2026-02-10"));
        isTold(carrier("c1", CarrierStatus.IN_TRANSIT, "S1").known("2026-02-11"));

        assertReached(MilestoneName.IN_TRANSIT, MilestoneName.IN_TRANSIT);
    }

    @Test
    void aPartThatIsFoundOutLaterHearsWhatWasSaidBefore() {
        Said early = shipNotice("S1", 70, false).known("2026-02-01T12:00Z");
        Said moves = carrier("c1", CarrierStatus.IN_TRANSIT, "S1").known("2026-02-02T12:00Z");
        line.when(early, moves, LINE);
        part.when(PART, moves, inherited(early));

        assertReached(MilestoneName.IN_TRANSIT, MilestoneName.IN_TRANSIT);
        part.when("2026-02-04").then(Story.breach("silence"));
    }

    @Test
    void aShipNoticeThatBecomesLessTakesTheCarriersWordFromThePart() {
        isSplit();
        isShipped(shipNotice("S1", 70, false).known("2026-02-10"));
        isTold(carrier("c1", CarrierStatus.DELIVERED, "S1").known("2026-02-11"));
        isShipped(shipNotice("S1", 60, false).version(2).known("2026-02-12"));

        assertReached(MilestoneName.DELIVERED, MilestoneName.ORDERED);
    }

    @Test
    void aWordThatComesBeforeItsShipNoticeIsHeardWithThat() {
        isSplit();
        isTold(carrier("c1", CarrierStatus.DELIVERED, "S1").known("2026-02-09"));
        assertReached(MilestoneName.ORDERED, MilestoneName.ORDERED);

        isShipped(FIRST);
        assertReached(MilestoneName.DELIVERED, MilestoneName.ORDERED);
    }

    @Test
    void whatIsTakenBackIsTakenBackFromAll() {
        isSplit();
        isShipped(shipNotice("S1", 70, false).known("2026-02-10"));
        Said delivered = carrier("c1", CarrierStatus.DELIVERED, "S1").known("2026-02-11");
        isTold(delivered);
        isTold(Said.of("", header -> Turn.fact((CarrierFact) delivered.fact(), 1, Set.of())));

        assertReached(MilestoneName.SHIPPED, MilestoneName.SHIPPED);
    }

    @Test
    void whatNobodySaidTheGoodsOfIsTheLinesUnlessANoticeNamesThePart() {
        isSplit();
        isShipped(shipNotice("S1", 70, false).known("2026-02-10"));
        isTold(carrier("c1", CarrierStatus.IN_TRANSIT).known("2026-02-11"));
        assertReached(MilestoneName.IN_TRANSIT, MilestoneName.SHIPPED);

        part.when(shipNotice("S9", 40, false).known("2026-02-12"));
        assertReached(MilestoneName.IN_TRANSIT, MilestoneName.IN_TRANSIT);
    }
}
