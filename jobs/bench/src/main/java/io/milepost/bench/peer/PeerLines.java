package io.milepost.bench.peer;

import io.milepost.bench.line.LineLogic;
import io.milepost.events.OdooOrderLine;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.state.Times;
import io.milepost.state.intake.UnknownUnitException;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.LineState;
import io.milepost.state.sla.Episode;
import io.milepost.state.view.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The lines of the job: one value a line, a lazy wake-up, the clock of the heartbeats. */
final class PeerLines implements Processor<byte[], byte[], byte[], OutboundRecord> {

    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private final String prefix;
    private final RegistryConnection registry;
    private final Progress progress;

    private ProcessorContext<byte[], OutboundRecord> context;
    private AvroDecoder decoder;
    private OutputWriter writer;
    private LineLogic logic;
    private KeyValueStore<String, LineState> lines;
    private KeyValueStore<String, Standing> facts;
    private KeyValueStore<String, Episode> over;
    private WaitingEvents waiting;
    private Deadlines deadlines;
    private PromisedClock clock;

    PeerLines(String prefix, RegistryConnection registry, Progress progress) {
        this.prefix = prefix;
        this.registry = registry;
        this.progress = progress;
    }

    @Override
    public void init(ProcessorContext<byte[], OutboundRecord> context) {
        this.context = context;
        decoder = new AvroDecoder(registry.open());
        writer = new OutputWriter.Factory(OutputTopics.ofCatalogue(prefix), registry).open(0);
        try {
            logic = new LineLogic(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("rules of the peer", e);
        }
        lines = context.getStateStore(PeerTopology.LINES);
        facts = context.getStateStore(PeerTopology.FACTS);
        over = context.getStateStore(PeerTopology.OVER);
        waiting = new WaitingEvents(context.getStateStore(PeerTopology.WAITING));
        deadlines = new Deadlines(context.getStateStore(PeerTopology.DEADLINES));
        clock = new PromisedClock(prefix);
        context.schedule(LOOK_EVERY, PunctuationType.STREAM_TIME, this::fire);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (!clock.hears(record, context.recordMetadata().orElseThrow().topic())) {
            try {
                take(new String(record.key(), StandardCharsets.UTF_8), record.value());
            } catch (IOException | RejectedRecordException | UnknownUnitException e) {
                throw new IllegalStateException("event of the peer cannot be used", e);
            }
        }
        progress.one();
    }

    private void take(String key, byte[] value)
            throws IOException, RejectedRecordException, UnknownUnitException {
        SpecificRecord event = decoder.decode(value);
        LineState before = remembered(key);
        if (before.order() == null && !(event instanceof OdooOrderLine)) {
            waiting.add(key, value);
            return;
        }
        LineState after = apply(key, before, event);
        if (before.order() == null) {
            for (byte[] waited : waiting.take(key)) {
                after = apply(key, after, decoder.decode(waited));
            }
        }
        remember(key, after);
    }

    private LineState apply(String key, LineState before, SpecificRecord event)
            throws IOException, UnknownUnitException {
        return logic.apply(key, before, archive(key), event, clock.micros(), this::forward);
    }

    private void fire(long streamTime) {
        if (clock.micros() == Times.NONE) {
            return;
        }
        for (Deadlines.Due due : deadlines.takeUpTo(clock.micros())) {
            LineState before = remembered(due.key());
            LineState fired = before.withArmed(before.armed().firedUpTo(due.millis()));
            try {
                remember(
                        due.key(),
                        logic.tick(
                                due.key(),
                                fired,
                                archive(due.key()),
                                clock.micros(),
                                this::forward));
            } catch (IOException e) {
                throw new UncheckedIOException("deadline of line " + due.key(), e);
            }
        }
    }

    private LineState remembered(String key) {
        LineState known = lines.get(key);
        return known == null ? LineState.EMPTY : known;
    }

    private void remember(String key, LineState line) {
        long timer = line.armed().missingFor(line.nextInstant());
        if (timer == Times.NONE) {
            lines.put(key, line);
        } else {
            deadlines.put(timer, key);
            lines.put(key, line.withArmed(line.armed().with(timer)));
        }
    }

    private FactArchive archive(String key) {
        return new ArchiveInStore(key + '|', facts, over);
    }

    private void forward(OutboundRecord record) {
        context.forward(new Record<>(record.key(), record, record.timestampMillis()));
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("writer of the peer", e);
        }
    }
}
