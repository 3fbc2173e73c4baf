package io.milepost.pipelines.items;

import io.milepost.events.ItemEvent;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The memory of items, alone: events of one item in, the clock, and what comes out. */
final class ItemHarness implements AutoCloseable {

    static final OutputWriter.Factory WRITERS =
            new OutputWriter.Factory(Bench.OUTPUTS, Bench.OPENS_REGISTRY, SupplierItemsJob.NAME);

    private final KeyedProcessOperator<String, Routed, OutboundRecord> operator;
    private final KeyedOneInputStreamOperatorTestHarness<String, Routed, OutboundRecord> harness;
    private int seen;

    private ItemHarness(OperatorSubtaskState state) throws Exception {
        operator =
                new KeyedProcessOperator<>(
                        new ItemFunction(
                                Bench.OPENS_REGISTRY,
                                WRITERS,
                                SupplierItemsSettings.parse(
                                                "--bootstrap-servers=b:1",
                                                "--registry-url=http://r")
                                        .rules()));
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        operator, Routed::key, Types.STRING, 720, 1, 0);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static ItemHarness fresh() throws Exception {
        return new ItemHarness(null);
    }

    static ItemHarness restored(OperatorSubtaskState state) throws Exception {
        return new ItemHarness(state);
    }

    ItemHarness given(ItemEvent... events) throws Exception {
        for (ItemEvent event : events) {
            harness.processElement(
                    new Routed(ItemEvents.KEY, Bench.record(Catalogue.SUPPLIER_ITEMS, event)), 0);
        }
        return this;
    }

    ItemHarness clock(String time) throws Exception {
        return clockMillis(Events.millis(time));
    }

    ItemHarness clockMillis(long millis) throws Exception {
        harness.processWatermark(new Watermark(millis));
        return this;
    }

    /** What came out since it was asked last. */
    <V extends SpecificRecord> List<V> out(Class<V> type) {
        return Bench.values(type, records());
    }

    /** The records that came out since it was asked last. */
    List<OutboundRecord> records() {
        List<OutboundRecord> all = new ArrayList<>(harness.extractOutputValues());
        List<OutboundRecord> fresh = all.subList(seen, all.size());
        seen = all.size();
        return fresh;
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    int stateEntries() {
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend())
                .numKeyValueStateEntries();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
