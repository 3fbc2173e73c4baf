package io.milepost.pipelines.items;

import io.milepost.events.ItemEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.pipelines.milestones.clock.FeedSignalType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.IntakeFunction;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.items.ItemFactReader;
import io.milepost.state.items.ItemKey;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends each record to the item that it is about, and to the dead letters what cannot be read or
 * meant. Keeps nothing.
 */
final class ItemRouteFunction extends IntakeFunction {

    /** Heartbeats, for the watch over the feeds. */
    static final OutputTag<FeedSignal> HEARTBEATS =
            new OutputTag<>("item-heartbeats", FeedSignalType.INSTANCE);

    /** Rejected records. */
    static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("item-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("item-route-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    ItemRouteFunction(RegistryFactory registry, OutputWriter.Factory outputs) {
        super(
                registry,
                ItemTopics.classes(outputs.topics().prefix()),
                outputs,
                HEARTBEATS,
                DEAD_LETTERS,
                ENTRIES);
    }

    @Override
    protected void route(
            InboundRecord record, SpecificRecord event, Context ctx, Collector<Routed> byItem) {
        ItemEvent said = (ItemEvent) event;
        // Whoever holds the item relies on a fact that can be meant.
        ItemFactReader.read(said);
        String key = ItemKey.of(said.getEnvelope(), said.getItem()).toString();
        byItem.collect(new Routed(key, record));
    }
}
