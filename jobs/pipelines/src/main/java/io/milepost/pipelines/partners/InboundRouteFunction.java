package io.milepost.pipelines.partners;

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
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Brings the pieces of an interchange, and what comes of it again, to one place. Keeps nothing. */
final class InboundRouteFunction extends IntakeFunction {

    /** Heartbeats, for the watch over the feeds. */
    static final OutputTag<FeedSignal> HEARTBEATS =
            new OutputTag<>("inbound-heartbeats", FeedSignalType.INSTANCE);

    /** Rejected records. */
    static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("inbound-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("inbound-route-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    InboundRouteFunction(RegistryFactory registry, OutputWriter.Factory outputs) {
        super(
                registry,
                PartnerTopics.classes(outputs.topics().prefix()),
                outputs,
                HEARTBEATS,
                DEAD_LETTERS,
                ENTRIES);
    }

    @Override
    protected void route(
            InboundRecord record, SpecificRecord event, Context ctx, Collector<Routed> out) {
        out.collect(new Routed(new String(record.key(), StandardCharsets.UTF_8), record));
    }
}
