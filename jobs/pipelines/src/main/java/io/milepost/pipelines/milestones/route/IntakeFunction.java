package io.milepost.pipelines.milestones.route;

import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.pipelines.milestones.output.OutputWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Where a job's records come in: heartbeats go to the watch over the feeds, each other record is
 * counted, decoded and sent its way by the job, or to the dead letters where it cannot be read or
 * meant. Keeps nothing.
 */
public abstract class IntakeFunction extends ProcessFunction<InboundRecord, Routed> {

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "route";

    private final RegistryFactory registry;
    private final HashMap<String, Class<? extends SpecificRecord>> classes;
    private final OutputWriter.Factory outputs;
    private final OutputTag<FeedSignal> heartbeats;
    private final OutputTag<OutboundRecord> deadLetters;
    private final OutputTag<Entry> entries;

    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    /**
     * An intake with the side outputs of its job.
     *
     * @param classes the class of the records of each topic, by its full name
     */
    protected IntakeFunction(
            RegistryFactory registry,
            Map<String, Class<? extends SpecificRecord>> classes,
            OutputWriter.Factory outputs,
            OutputTag<FeedSignal> heartbeats,
            OutputTag<OutboundRecord> deadLetters,
            OutputTag<Entry> entries) {
        this.registry = registry;
        this.classes = new HashMap<>(classes);
        this.outputs = outputs;
        this.heartbeats = heartbeats;
        this.deadLetters = deadLetters;
        this.entries = entries;
    }

    /**
     * Sends an event its way.
     *
     * @throws IllegalArgumentException if it cannot be meant; the message says what was expected
     */
    protected abstract void route(
            InboundRecord record, SpecificRecord event, Context ctx, Collector<Routed> out);

    @Override
    public final void open(OpenContext context) {
        decoder = EventDecoder.open(registry, classes);
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public final void close() throws Exception {
        IOUtils.closeAll(decoder, writer);
    }

    @Override
    public final void processElement(InboundRecord record, Context ctx, Collector<Routed> out)
            throws IOException {
        if (record.isHeartbeat()) {
            String feed = record.topic() + "/" + record.partition();
            ctx.output(heartbeats, FeedSignal.heartbeat(feed, record.heartbeatMicros()));
            return;
        }
        ctx.output(entries, new Entry(record.topic(), Entry.Kind.IN));
        try {
            decodeAndRoute(record, ctx, out);
        } catch (RejectedRecordException e) {
            ctx.output(entries, new Entry(record.topic(), Entry.Kind.DEAD_LETTERED));
            ctx.output(
                    deadLetters,
                    writer.deadLetter(
                            record,
                            Rejection.of(STAGE, e),
                            ctx.timerService().currentProcessingTime()));
        }
    }

    private void decodeAndRoute(InboundRecord record, Context ctx, Collector<Routed> out)
            throws RejectedRecordException, IOException {
        SpecificRecord event = decoder.decode(record);
        try {
            route(record, event, ctx, out);
        } catch (IllegalArgumentException e) {
            throw new RejectedRecordException(
                    RejectReason.INVALID, record.address() + ": " + e.getMessage(), null, e);
        }
    }
}
