package io.milepost.pipelines.changes;

import io.milepost.events.RejectReason;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.odoo.changes.EventBytes;
import io.milepost.odoo.changes.source.ChangeRecord;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes Kafka records of changes, and a dead letter of what no event could be made of. Keeps
 * nothing.
 */
final class ChangeFunction extends ProcessFunction<ChangeRecord, OutboundRecord> {

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
            }
            case UNMAPPED -> {
                long now = ctx.timerService().currentProcessingTime();
                out.collect(writer.deadLetter(row(change, now), rejection(change), now));
            }
            case HEARTBEAT -> {
                // It was the clock's.
            }
        }
    }

    private static Rejection rejection(ChangeRecord change) {
        String message = change.getTopic() + "," + change.getKey() + ": " + change.getReason();
        return Rejection.of(STAGE, RejectReason.INVALID, message, null);
    }

    /** The record of Odoo under an address like those of Kafka; its values stay in Odoo. */
    private static InboundRecord row(ChangeRecord change, long nowMillis) {
        byte[] name = (change.getTopic() + "," + change.getKey()).getBytes(StandardCharsets.UTF_8);
        return new InboundRecord(
                "odoo/" + change.getTopic(),
                0,
                Long.parseLong(change.getKey()),
                nowMillis,
                name,
                name,
                List.of());
    }
}
