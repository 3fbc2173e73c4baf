package io.milepost.pipelines.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.ItemEvent;
import io.milepost.events.RejectReason;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class ItemRouteFunctionTest {

    @Test
    void anEventGoesToItsItem() throws Exception {
        InboundRecord record =
                Bench.record(Catalogue.SUPPLIER_ITEMS, ItemEvents.stock(5, "2026-03-02"));
        try (var route = route()) {
            route.processElement(record, 0);

            assertThat(route.extractOutputValues())
                    .containsExactly(new Routed(ItemEvents.KEY, record));
            assertThat(side(route, ItemRouteFunction.ENTRIES))
                    .containsExactly(new Entry("supplier.items", Entry.Kind.IN));
        }
    }

    @Test
    void whatCannotBeReadOrMeantIsRejectedWithItsCause() throws Exception {
        ItemEvent nameless = ItemEvents.stock(5, "2026-03-02");
        nameless.getItem().setVendorItem(null);
        ItemEvent negative = ItemEvents.leadTime(-3, "2026-03-02");
        ItemEvent nobody = ItemEvents.stock(5, "2026-03-02");
        nobody.getEnvelope().setPartner(null);
        try (var route = route()) {
            route.processElement(Bench.record(Catalogue.SUPPLIER_ITEMS, nameless), 0);
            route.processElement(Bench.record(Catalogue.SUPPLIER_ITEMS, negative), 0);
            route.processElement(Bench.record(Catalogue.SUPPLIER_ITEMS, nobody), 0);
            route.processElement(
                    Bench.raw(Catalogue.SUPPLIER_ITEMS, "key", new byte[] {7, 7, 7}), 0);
            route.processElement(
                    Bench.raw(
                            Catalogue.SUPPLIER_ITEMS,
                            null,
                            Bench.encoded(
                                    Catalogue.SUPPLIER_ITEMS, ItemEvents.stock(5, "2026-03-02"))),
                    0);

            assertThat(route.extractOutputValues()).isEmpty();
            List<DeadLetter> letters =
                    Bench.values(DeadLetter.class, side(route, ItemRouteFunction.DEAD_LETTERS));
            assertThat(letters)
                    .extracting(DeadLetter::getReason)
                    .containsExactly(
                            RejectReason.INVALID,
                            RejectReason.INVALID,
                            RejectReason.INVALID,
                            RejectReason.NOT_FRAMED,
                            RejectReason.NULL_KEY);
            assertThat(letters).extracting(DeadLetter::getJob).containsOnly("supplier-items");
            assertThat(letters.get(1).getMessage())
                    .endsWith(": days: expected at least 0 but found -3");
            assertThat(side(route, ItemRouteFunction.ENTRIES))
                    .filteredOn(entry -> entry.kind() == Entry.Kind.DEAD_LETTERED)
                    .hasSize(5);
        }
    }

    @Test
    void aHeartbeatIsNoRecordOfAnItem() throws Exception {
        try (var route = route()) {
            route.processElement(Bench.heartbeat(Catalogue.SUPPLIER_ITEMS, 77), 0);

            assertThat(side(route, ItemRouteFunction.HEARTBEATS))
                    .containsExactly(FeedSignal.heartbeat("supplier.items/0", 77));
            assertThat(side(route, ItemRouteFunction.ENTRIES)).isEmpty();
            assertThat(route.extractOutputValues()).isEmpty();
        }
    }

    private static <T> List<T> side(
            OneInputStreamOperatorTestHarness<InboundRecord, Routed> route, OutputTag<T> tag) {
        var records = route.getSideOutput(tag);
        return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }

    private static OneInputStreamOperatorTestHarness<InboundRecord, Routed> route()
            throws Exception {
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(
                                new ItemRouteFunction(Bench.OPENS_REGISTRY, ItemHarness.WRITERS)));
        harness.open();
        return harness;
    }
}
