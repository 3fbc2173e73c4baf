package io.milepost.pipelines.milestones.line;

import io.milepost.events.LineMilestone;
import io.milepost.events.OdooCommand;
import io.milepost.events.RejectReason;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.line.LineOutputs;
import java.io.IOException;
import org.apache.flink.util.Collector;

/** Writes what a line has to say: the difference that a step made, and what it rejects. */
final class LineReports implements AutoCloseable {

    private static final String STAGE = "lines";

    private final OutputWriter writer;

    LineReports(OutputWriter writer) {
        this.writer = writer;
    }

    /** The difference that a step made, as it became known at a time. */
    void tell(LineOutputs step, long knownAt, Collector<OutboundRecord> out) throws IOException {
        for (LineMilestone milestone : step.milestones()) {
            out.collect(writer.milestone(milestone));
        }
        for (SlaAlert alert : step.alerts()) {
            out.collect(writer.alert(alert, knownAt));
        }
        for (OdooCommand command : step.commands()) {
            out.collect(writer.command(command));
        }
        if (step.status() != null) {
            out.collect(writer.status(step.status(), knownAt));
        }
    }

    /** A record that a line cannot take; what a part inherits is refused by its line. */
    void reject(
            Routed routed,
            RejectReason reason,
            String message,
            LineFunction.ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws IOException {
        if (routed.isInherited()) {
            return;
        }
        InboundRecord record = routed.record();
        reject(
                record,
                Rejection.of(STAGE, reason, record.address() + ": " + message, null),
                ctx.currentProcessingTime(),
                out);
        book(routed, Entry.Kind.DEAD_LETTERED, ctx);
    }

    /** What happens to a record, for the books; copies of it are not counted. */
    void book(Routed routed, Entry.Kind kind, LineFunction.ReadOnlyContext ctx) {
        if (routed.counted()) {
            ctx.output(LineFunction.ENTRIES, new Entry(routed.record().topic(), kind));
        }
    }

    /** A policy that cannot be used. */
    void reject(
            InboundRecord record,
            RejectedRecordException cause,
            long nowMillis,
            Collector<OutboundRecord> out)
            throws IOException {
        reject(record, Rejection.of(STAGE, cause), nowMillis, out);
    }

    private void reject(
            InboundRecord record,
            Rejection rejection,
            long nowMillis,
            Collector<OutboundRecord> out)
            throws IOException {
        out.collect(writer.deadLetter(record, rejection, nowMillis));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
