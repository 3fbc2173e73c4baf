package io.milepost.bench.rung;

import io.milepost.bench.line.LineLogic;
import io.milepost.events.Envelope;
import io.milepost.events.OdooOrderLine;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.pipelines.milestones.correlation.Clock;
import io.milepost.pipelines.milestones.line.LineFunction;
import io.milepost.pipelines.milestones.line.StoredFacts;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.state.Times;
import io.milepost.state.intake.UnknownUnitException;
import io.milepost.state.line.ArmedTimers;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.LineState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Lines with a map of seen ids and a timer that is set anew with each event. */
final class TextbookLines extends KeyedProcessFunction<String, InboundRecord, OutboundRecord> {

    private static final long serialVersionUID = 1L;

    private static final Duration REPEATS = Duration.ofDays(7);

    private final RegistryConnection registry;
    private final String prefix;

    private transient AvroDecoder decoder;
    private transient OutputWriter writer;
    private transient LineLogic logic;
    private transient ValueState<LineState> state;
    private transient FactArchive archive;
    private transient MapState<String, Boolean> seen;
    private transient ListState<InboundRecord> waiting;

    TextbookLines(RegistryConnection registry, String prefix) {
        this.registry = registry;
        this.prefix = prefix;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        decoder = new AvroDecoder(registry.open());
        writer = new OutputWriter.Factory(OutputTopics.ofCatalogue(prefix), registry).open(0);
        logic = new LineLogic(writer);
        state = getRuntimeContext().getState(LineFunction.STATE);
        archive =
                new StoredFacts(
                        getRuntimeContext().getMapState(LineFunction.STORED),
                        getRuntimeContext().getMapState(LineFunction.OVER));
        seen = getRuntimeContext().getMapState(seenIds());
        waiting =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "waiting", InboundRecordTypeInfo.INSTANCE));
    }

    private static MapStateDescriptor<String, Boolean> seenIds() {
        MapStateDescriptor<String, Boolean> ids =
                new MapStateDescriptor<>("seen", Types.STRING, Types.BOOLEAN);
        ids.enableTimeToLive(StateTtlConfig.newBuilder(REPEATS).build());
        return ids;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public void processElement(InboundRecord record, Context ctx, Collector<OutboundRecord> out)
            throws Exception {
        SpecificRecord event = decoder.decode(record.value());
        String id = ((Envelope) event.get(0)).getEventId();
        if (seen.contains(id)) {
            return;
        }
        seen.put(id, true);
        LineState before = remembered();
        if (event instanceof OdooOrderLine) {
            LineState after = apply(before, event, ctx, out);
            for (InboundRecord waited : waiting.get()) {
                after = apply(after, decoder.decode(waited.value()), ctx, out);
            }
            waiting.clear();
            remember(after, ctx.timerService());
        } else if (before.order() == null) {
            waiting.add(record);
        } else {
            remember(apply(before, event, ctx, out), ctx.timerService());
        }
    }

    private LineState apply(
            LineState before, SpecificRecord event, Context ctx, Collector<OutboundRecord> out)
            throws IOException, UnknownUnitException {
        return logic.apply(
                ctx.getCurrentKey(),
                before,
                archive,
                event,
                Clock.micros(ctx.timerService()),
                out::collect);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        LineState after =
                logic.tick(
                        ctx.getCurrentKey(),
                        remembered(),
                        archive,
                        Clock.micros(ctx.timerService()),
                        out::collect);
        remember(after, ctx.timerService());
    }

    private LineState remembered() throws IOException {
        LineState known = state.value();
        return known == null ? LineState.EMPTY : known;
    }

    private void remember(LineState line, TimerService timers) throws IOException {
        line.armed().millis().forEach(timers::deleteEventTimeTimer);
        List<Long> armed = List.of();
        if (line.nextInstant() != Times.NONE) {
            long timer = ArmedTimers.roundUp(line.nextInstant());
            timers.registerEventTimeTimer(timer);
            armed = List.of(timer);
        }
        state.update(line.withArmed(new ArmedTimers(armed)));
    }
}
