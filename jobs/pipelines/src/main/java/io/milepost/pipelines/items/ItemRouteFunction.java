package io.milepost.pipelines.items;

import io.milepost.events.ItemEvent;
import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.pipelines.milestones.clock.FeedSignalType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.items.ItemFactReader;
import io.milepost.state.items.ItemKey;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends each record to the item that it is about, and to the dead letters what cannot be read or
 * meant. Keeps nothing.
 */
final class ItemRouteFunction extends ProcessFunction<InboundRecord, Routed> {

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

    private static final String STAGE = "route";

    private final RegistryFactory registry;
    private final OutputWriter.Factory outputs;

    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    ItemRouteFunction(RegistryFactory registry, OutputWriter.Factory outputs) {
        this.registry = registry;
        this.outputs = outputs;
    }

    @Override
    public void open(OpenContext context) {
        decoder = EventDecoder.open(registry, ItemTopics.classes(outputs.topics().prefix()));
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws IOException {
        if (decoder != null) {
            decoder.close();
        }
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public void processElement(InboundRecord record, Context ctx, Collector<Routed> byItem)
            throws IOException {
        if (record.isHeartbeat()) {
            String feed = record.topic() + "/" + record.partition();
            ctx.output(HEARTBEATS, FeedSignal.heartbeat(feed, record.heartbeatMicros()));
            return;
        }
        ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.IN));
        try {
            byItem.collect(new Routed(key(record), record));
        } catch (RejectedRecordException e) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DEAD_LETTERED));
            ctx.output(
                    DEAD_LETTERS,
                    writer.deadLetter(
                            record,
                            Rejection.of(STAGE, e),
                            ctx.timerService().currentProcessingTime()));
        }
    }

    private String key(InboundRecord record) throws RejectedRecordException, IOException {
        ItemEvent event = (ItemEvent) decoder.decode(record);
        try {
            // Whoever holds the item relies on a fact that can be meant.
            ItemFactReader.read(event);
            return ItemKey.of(event.getEnvelope(), event.getItem()).toString();
        } catch (IllegalArgumentException e) {
            throw new RejectedRecordException(
                    RejectReason.INVALID, record.address() + ": " + e.getMessage(), null, e);
        }
    }
}
