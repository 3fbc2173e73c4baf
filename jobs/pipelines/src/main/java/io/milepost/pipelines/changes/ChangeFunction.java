package io.milepost.pipelines.changes;

import io.milepost.events.RejectReason;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.odoo.changes.EventBytes;
import io.milepost.odoo.changes.source.ChangeRecord;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Makes Kafka records of changes, and a dead letter of what no event could be made of. Keeps
 * nothing.
 */
final class ChangeFunction extends ProcessFunction<ChangeRecord, OutboundRecord> {

    /** What became of records of Odoo, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("change-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "changes";

    private final OutputWriter.Factory outputs;

    private transient OutputWriter writer;

    ChangeFunction(OutputWriter.Factory outputs) {
        this.outputs = outputs;
    }

    @Override
    public void open(OpenContext context) {
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public void processElement(ChangeRecord change, Context ctx, Collector<OutboundRecord> out)
            throws IOException {
        switch (change.getKind()) {
            case EVENT -> {
                Topic<?> topic = ChangeTopics.named(change.getTopic());
                out.collect(
                        writer.change(
                                topic,
                                change.getKey(),
                                EventBytes.read(topic, change.getEvent()),
                                change.getMicros()));
                enter(change, Entry.Kind.EFFECTIVE, 1, ctx);
            }
            case UNMAPPED -> {
                long now = ctx.timerService().currentProcessingTime();
                out.collect(writer.deadLetter(row(change, now), rejection(change), now));
                enter(change, Entry.Kind.DEAD_LETTERED, 1, ctx);
            }
            case COUNT -> {
                enter(change, Entry.Kind.IN, change.getRead(), ctx);
                enter(change, Entry.Kind.DUPLICATE, change.getUnchanged(), ctx);
            }
            case HEARTBEAT -> {
                // It was the clock's.
            }
        }
    }

    private static void enter(ChangeRecord change, Entry.Kind kind, long times, Context ctx) {
        for (long i = 0; i < times; i++) {
            ctx.output(ENTRIES, new Entry("odoo/" + change.getModel(), kind));
        }
    }

    private static Rejection rejection(ChangeRecord change) {
        String message = change.getModel() + "," + change.getKey() + ": " + change.getReason();
        return Rejection.of(STAGE, RejectReason.INVALID, message, null);
    }

    /** The record of Odoo under an address like those of Kafka; its values stay in Odoo. */
    private static InboundRecord row(ChangeRecord change, long nowMillis) {
        byte[] name = (change.getModel() + "," + change.getKey()).getBytes(StandardCharsets.UTF_8);
        return new InboundRecord(
                "odoo/" + change.getModel(),
                0,
                Long.parseLong(change.getKey()),
                nowMillis,
                name,
                name,
                List.of());
    }
}
