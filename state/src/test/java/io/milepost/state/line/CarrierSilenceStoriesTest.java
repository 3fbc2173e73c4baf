package io.milepost.state.line;

import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.Said.shipNotice;
import static io.milepost.state.line.Story.breach;
import static io.milepost.state.line.Story.cleared;
import static io.milepost.state.line.Story.clock;
import static io.milepost.state.line.Story.retracted;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shipped on 10 February; from then on the carrier must say something every two days. */
class CarrierSilenceStoriesTest {

    private static final RuleBook RULES =
            RuleBook.of(
                    List.of(
                            Rules.restartedByCarrier(
                                    Rules.rule(
                                            "silence",
                                            MilestoneName.DELIVERED,
                                            MilestoneName.SHIPPED,
                                            DeadlineBase.START,
                                            Duration.ofDays(2),
                                            false,
                                            ZoneOffset.UTC))));

    private final Story line =
            Story.under(RULES)
                    .given(
                            order(10, "2026-03-01"),
                            shipNotice("S1", 10, false).known("2026-02-10"));

    @Test
    void aCarrierThatNeverSpeaksIsSilentSinceTheGoodsLeft() {
        line.when(clock("2026-02-11T23:59Z"))
                .then()
                .when(clock("2026-02-12"))
                .then(breach("silence"));
    }

    @Test
    void eachWordGivesTwoMoreDays() {
        line.when(said("c1", CarrierStatus.IN_TRANSIT).known("2026-02-11"))
                .when(clock("2026-02-12"))
                .then()
                .when(clock("2026-02-13"))
                .then(breach("silence"))
                .thenEpisode("silence", "2026-02-13", "2026-02-13");
    }

    @Test
    void theNextWordEndsTheSilence() {
        line.when(clock("2026-02-12"))
                .then(breach("silence"))
                .when(said("c1", CarrierStatus.IN_TRANSIT).known("2026-02-12T10:00Z"))
                .then(cleared("silence"))
                .when(clock("2026-02-14T10:00Z"))
                .then(breach("silence"));
    }

    @Test
    void whatTheCarrierSaidBeforeTheGoodsLeftDoesNotCount() {
        line.when(said("c1", CarrierStatus.BOOKED).happened("2026-02-09").known("2026-02-11"))
                .when(clock("2026-02-12"))
                .then(breach("silence"))
                .thenEpisode("silence", "2026-02-12", "2026-02-12");
    }

    @Test
    void aWordOfTheSameMomentAsTheShipmentIsTheNewerOne() {
        line.when(said("c1", CarrierStatus.PICKED_UP).known("2026-02-10"))
                .when(clock("2026-02-12"))
                .then(breach("silence"));

        assertThat(line.state().episodes().get(0).startedBy()).isEqualTo("carrier/c1@1");
    }

    @Test
    void nobodyWaitsForTheCarrierOnceTheGoodsAreReceived() {
        line.when(receipt(1, 10).known("2026-02-11")).when(clock("2026-03-01")).then();
    }

    @Test
    void goodsThatAreReceivedEndTheSilence() {
        line.when(clock("2026-02-12"))
                .then(breach("silence"))
                .when(receipt(1, 10).known("2026-02-13"))
                .then(cleared("silence"));
    }

    @Test
    void aDeliveryInTimeThatIsKnownAfterTheReceiptRetractsTheSilence() {
        line.when(clock("2026-02-12"))
                .then(breach("silence"))
                .when(receipt(1, 10).known("2026-02-13"))
                .then(cleared("silence"))
                .when(
                        said("c1", CarrierStatus.DELIVERED)
                                .happened("2026-02-11")
                                .known("2026-02-14"))
                .then(retracted("silence"));
    }

    @Test
    void aDeliveryInTimeThatIsKnownAfterTheCarriersNextWordLeavesTheSilence() {
        Rule onTheWay =
                Rules.restartedByCarrier(
                        Rules.rule(
                                "silence",
                                MilestoneName.DELIVERED,
                                MilestoneName.IN_TRANSIT,
                                DeadlineBase.START,
                                Duration.ofDays(2),
                                false,
                                ZoneOffset.UTC));
        Story.under(RuleBook.of(List.of(onTheWay)))
                .given(
                        order(10, "2026-03-01"),
                        shipNotice("S1", 10, false).known("2026-02-10"),
                        said("c0", CarrierStatus.IN_TRANSIT).known("2026-02-10T01:00Z"))
                .when(clock("2026-02-12T01:00Z"))
                .then(breach("silence"))
                .when(said("c1", CarrierStatus.IN_TRANSIT).known("2026-02-13"))
                .then(cleared("silence"))
                .when(
                        said("c2", CarrierStatus.DELIVERED)
                                .happened("2026-02-11")
                                .known("2026-02-14"))
                .then();
    }

    private static Said said(String id, CarrierStatus status) {
        return Said.of(
                "carrier/" + id,
                header -> new CarrierFact(header, status, TimeClassifier.ACTUAL, Times.NONE));
    }
}
