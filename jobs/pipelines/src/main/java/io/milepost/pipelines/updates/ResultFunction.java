package io.milepost.pipelines.updates;

import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooResult;
import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.errand.Answers;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Makes a result of what Odoo answered to each command, and a dead letter of what it refused or
 * what is no command. Keeps nothing.
 */
final class ResultFunction extends ProcessFunction<InboundRecord, OutboundRecord> {

    /** What became of commands, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("update-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "updates";

    private final RegistryFactory registry;
    private final OutputWriter.Factory outputs;

    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    ResultFunction(RegistryFactory registry, OutputWriter.Factory outputs) {
        this.registry = registry;
        this.outputs = outputs;
    }

    @Override
    public void open(OpenContext context) {
        decoder = EventDecoder.open(registry, UpdateTopics.classes(outputs.topics().prefix()));
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, writer);
    }

    @Override
    public void processElement(InboundRecord record, Context ctx, Collector<OutboundRecord> out)
            throws IOException {
        if (record.isHeartbeat()) {
            return;
        }
        ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.IN));
        Optional<byte[]> answer = Answers.of(record);
        if (answer.isEmpty()) {
            rejectUnread(record, ctx, out);
            return;
        }
        if (answer.get().length == 0) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WITHOUT_EFFECT));
            return;
        }
        OdooResult result = CommandAnswers.read(answer.get());
        out.collect(writer.result(result));
        ctx.output(ENTRIES, new Entry(record.topic(), kind(result.getOutcome())));
        if (result.getOutcome() == CommandOutcome.REJECTED) {
            String message =
                    record.address()
                            + ": command "
                            + result.getCommandId()
                            + " ("
                            + result.getKind()
                            + "): Odoo refused it: "
                            + result.getMessage();
            out.collect(
                    letter(record, Rejection.of(STAGE, RejectReason.REFUSED, message, null), ctx));
        }
    }

    /** Odoo was not asked, because the record cannot be read as a command: says why. */
    private void rejectUnread(InboundRecord record, Context ctx, Collector<OutboundRecord> out)
            throws IOException {
        try {
            CommandReading.read(decoder, record);
            throw new IllegalStateException(
                    record.address() + ": expected an answer of Odoo to a command but found none");
        } catch (RejectedRecordException e) {
            out.collect(letter(record, Rejection.of(STAGE, e), ctx));
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DEAD_LETTERED));
        }
    }

    private OutboundRecord letter(InboundRecord record, Rejection rejection, Context ctx)
            throws IOException {
        return writer.deadLetter(record, rejection, ctx.timerService().currentProcessingTime());
    }

    private static Entry.Kind kind(CommandOutcome outcome) {
        return switch (outcome) {
            case APPLIED -> Entry.Kind.EFFECTIVE;
            case DUPLICATE -> Entry.Kind.DUPLICATE;
            case CONFLICT, UNKNOWN -> Entry.Kind.WITHOUT_EFFECT;
            case REJECTED -> Entry.Kind.DEAD_LETTERED;
        };
    }
}
