package io.milepost.pipelines.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.AlertKind;
import io.milepost.events.CommandKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Events;
import io.milepost.schemas.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class ItemFunctionTest {

    @Test
    void aPriceIsCommandedWhenTheClockReachesItAndNotAMillisecondBefore() throws Exception {
        try (ItemHarness item = ItemHarness.fresh()) {
            item.clock("2026-03-02").given(ItemEvents.price("12.5", "2026-03-02", "2026-04-01"));
            assertThat(item.records()).isEmpty();
            assertThat(item.timers()).isEqualTo(1);

            item.clockMillis(Events.millis("2026-04-01") - 1);
            assertThat(item.records()).isEmpty();

            List<OutboundRecord> written = item.clock("2026-04-01").records();
            assertThat(written).hasSize(1);
            assertThat(written.get(0).topic()).isEqualTo(Catalogue.COMMANDS.name());
            assertThat(new String(written.get(0).key(), StandardCharsets.UTF_8))
                    .isEqualTo(ItemEvents.KEY);
            assertThat(written.get(0).timestampMillis()).isEqualTo(Events.millis("2026-04-01"));
        }
    }

    @Test
    void anItemHasOneTimerHoweverManyEventsItGets() throws Exception {
        try (ItemHarness item = ItemHarness.fresh()) {
            item.clock("2026-03-01");
            for (int day = 10; day < 29; day++) {
                String known = "2026-03-" + day;
                item.given(
                        ItemEvents.price(day + "", known, "2026-05-01"),
                        ItemEvents.stock(day, known),
                        ItemEvents.leadTime(day, known));
                assertThat(item.timers()).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void aReplayOfEverythingSaysNothing() throws Exception {
        try (ItemHarness item = ItemHarness.fresh()) {
            item.clock("2026-03-05");
            for (int time = 0; time < 2; time++) {
                item.given(
                        ItemEvents.stock(0, "2026-03-02"),
                        ItemEvents.price("5", "2026-03-02", "2026-03-01"),
                        ItemEvents.leadTime(9, "2026-03-02"));
                if (time == 0) {
                    assertThat(item.out(OdooCommand.class))
                            .extracting(OdooCommand::getKind)
                            .containsExactly(
                                    CommandKind.SET_SUPPLIER_PRICE, CommandKind.SET_LEAD_TIME);
                }
            }
            assertThat(item.records()).isEmpty();
        }
    }

    @Test
    void aRestoreKeepsEverythingAndSaysNothing() throws Exception {
        OperatorSubtaskState state;
        try (ItemHarness item = ItemHarness.fresh()) {
            item.clock("2026-03-05")
                    .given(
                            ItemEvents.stock(0, "2026-03-02"),
                            ItemEvents.price("5", "2026-03-02", "2026-03-01"),
                            ItemEvents.price("6", "2026-03-03", "2026-04-01"));
            item.records();
            state = item.snapshot();
        }
        try (ItemHarness item = ItemHarness.restored(state)) {
            item.given(ItemEvents.stock(0, "2026-03-02")).clock("2026-03-31");
            assertThat(item.records()).isEmpty();

            item.given(ItemEvents.stock(8, "2026-03-04"));
            assertThat(item.out(SlaAlert.class))
                    .singleElement()
                    .satisfies(
                            alert -> {
                                assertThat(alert.getKind())
                                        .isEqualTo(AlertKind.SUPPLIER_OUT_OF_STOCK);
                                assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.CLEARED);
                            });
            assertThat(item.clock("2026-04-01").out(OdooCommand.class))
                    .extracting(OdooCommand::getValue)
                    .containsExactly("6");
        }
    }

    @Test
    void anItemOfWhichNothingIsHeardLeavesNothing() throws Exception {
        try (ItemHarness item = ItemHarness.fresh()) {
            item.clock("2026-03-01")
                    .given(
                            ItemEvents.stock(0, "2026-03-02"),
                            ItemEvents.price("5", "2026-03-02", "2026-03-01"),
                            ItemEvents.price("6", "2026-03-03", "2026-04-01"),
                            ItemEvents.leadTime(9, "2026-03-02"));
            item.clock("2027-05-05");
            assertThat(item.stateEntries()).isEqualTo(1);
            item.records();

            // 400 days after the last begin, 1 April.
            item.clock("2027-05-06");
            assertThat(item.stateEntries()).isZero();
            assertThat(item.timers()).isZero();
            assertThat(item.out(SlaAlert.class))
                    .extracting(SlaAlert::getStatus)
                    .containsOnly(EpisodeStatus.CLEARED);
        }
    }
}
