package io.milepost.odoo.changes.source;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;

/** Reads the streams that it was given, one step after the other. */
final class ChangesReader
        extends SingleThreadMultiplexSourceReaderBase<
                StreamStep, ChangeRecord, StreamSplit, StepEmitter.Position> {

    /** How far the horizon is behind Odoo's clock, in milliseconds. */
    static final String LAG = "odooHorizonLagMillis";

    private ChangesReader(
            Supplier<SplitReader<StreamStep, StreamSplit>> reader, SourceReaderContext context) {
        super(reader, new StepEmitter(), new Configuration(), context);
    }

    static ChangesReader of(ChangesSourceSettings settings, SourceReaderContext context) {
        AtomicLong lagMicros = new AtomicLong();
        context.metricGroup().gauge(LAG, () -> lagMicros.get() / 1000);
        return new ChangesReader(() -> new StreamSplitReader(settings, lagMicros::set), context);
    }

    @Override
    protected void onSplitFinished(Map<String, StepEmitter.Position> finished) {
        throw new IllegalStateException("expected streams without end but found " + finished);
    }

    @Override
    protected StepEmitter.Position initializedState(StreamSplit split) {
        return new StepEmitter.Position(split.state());
    }

    @Override
    protected StreamSplit toSplitType(String id, StepEmitter.Position position) {
        return new StreamSplit(position.state());
    }
}
