package io.milepost.pipelines.changes;

import io.milepost.events.RejectReason;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.odoo.changes.CaptureReader;
import io.milepost.odoo.changes.CaptureStep;
import io.milepost.odoo.changes.source.ChangeRecord;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import java.io.IOException;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Follows the change records of Odoo's database, which come in one line, and tells what changed.
 * Moves the clock by what the commits in it promise, on all its outputs. Keeps the rows that events
 * need and what was told of them, for as long as they are in the database.
 */
final class CaptureOperator extends AbstractStreamOperator<ChangeRecord>
        implements OneInputStreamOperator<InboundRecord, ChangeRecord>,
                Triggerable<String, VoidNamespace> {

    /** Records that cannot be read. */
    static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("capture-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What became of records, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("capture-entries", EntryType.INSTANCE);

    /** Rows by table and id, their indexes, what was told: bytes by key. No time to live. */
    static final MapStateDescriptor<String, byte[]> KEPT =
            new MapStateDescriptor<>(
                    "kept", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "capture";

    private final CaptureSettings settings;
    private final OutputWriter.Factory outputs;

    private transient OutputWriter writer;
    private transient CaptureReader reader;
    private transient InternalTimerService<VoidNamespace> timers;

    CaptureOperator(CaptureSettings settings, OutputWriter.Factory outputs) {
        this.settings = settings;
        this.outputs = outputs;
    }

    @Override
    public void open() throws Exception {
        super.open();
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        reader =
                new CaptureReader(
                        settings.instance(),
                        settings::tells,
                        settings.language(),
                        new StateKeep(getRuntimeContext().getMapState(KEPT)));
        timers = getInternalTimerService("more", VoidNamespaceSerializer.INSTANCE, this);
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        super.close();
    }

    @Override
    public void processElement(StreamRecord<InboundRecord> element) throws IOException {
        InboundRecord record = element.getValue();
        enter(Entry.Kind.IN, 1);
        CaptureStep step = reader.take(record.value());
        if (step.rejection() != null) {
            Rejection rejection =
                    Rejection.of(
                            STAGE,
                            RejectReason.INVALID,
                            record.address() + ": " + step.rejection(),
                            null);
            OutboundRecord letter =
                    writer.deadLetter(record, rejection, timers.currentProcessingTime());
            output.collect(DEAD_LETTERS, new StreamRecord<>(letter));
        }
        tell(step);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        tell(reader.tellMore());
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("expected no timer of the clock but found one");
    }

    private void tell(CaptureStep step) {
        step.events().forEach(event -> emit(ChangeRecord.of(event), event.knownAtMicros()));
        step.unmapped().forEach(row -> emit(ChangeRecord.of(row), 0));
        step.read().forEach(count -> emit(ChangeRecord.of(count), 0));
        step.counts().forEach((became, times) -> enter(kind(became), times));
        if (step.promise().isPresent()) {
            long micros = step.promise().getAsLong();
            emit(ChangeRecord.heartbeat(micros), micros);
            output.emitWatermark(new Watermark(Math.floorDiv(micros, 1000)));
        }
        if (step.hasMore()) {
            // Between two parts there is room for a checkpoint.
            timers.registerProcessingTimeTimer(
                    VoidNamespace.INSTANCE, timers.currentProcessingTime() + 1);
        }
    }

    private void emit(ChangeRecord record, long micros) {
        output.collect(new StreamRecord<>(record, Math.floorDiv(micros, 1000)));
    }

    private void enter(Entry.Kind kind, long times) {
        for (long i = 0; i < times; i++) {
            output.collect(ENTRIES, new StreamRecord<>(new Entry(settings.topic(), kind)));
        }
    }

    private static Entry.Kind kind(CaptureStep.Became became) {
        return switch (became) {
            case EFFECTIVE -> Entry.Kind.EFFECTIVE;
            case DUPLICATE -> Entry.Kind.DUPLICATE;
            case WITHOUT_EFFECT -> Entry.Kind.WITHOUT_EFFECT;
            case WAIT_BEGAN -> Entry.Kind.WAIT_BEGAN;
            case WAIT_ENDED -> Entry.Kind.WAIT_ENDED;
            case REJECTED -> Entry.Kind.DEAD_LETTERED;
        };
    }

    /** The end of the records promises nothing. */
    @Override
    public void processWatermark(Watermark mark) {
        // The clock is moved by commits alone.
    }
}
