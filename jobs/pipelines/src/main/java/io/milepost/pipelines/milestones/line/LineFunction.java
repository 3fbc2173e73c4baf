package io.milepost.pipelines.milestones.line;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooResult;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.pipelines.milestones.clock.FeedSignalType;
import io.milepost.pipelines.milestones.correlation.Clock;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.correlation.Waiting;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.RoutedType;
import io.milepost.state.Times;
import io.milepost.state.intake.FactReader;
import io.milepost.state.line.ArmedTimers;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.LineState;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
import io.milepost.state.view.Standing;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Remembers a purchase-order line and says what changes: milestones, status, alerts, commands. It
 * keeps the line's facts, older ones of long lines one by one, and what was told of them, and what
 * waits for the order; normally one timer is set for a line, for its earliest deadline, and what is
 * due is found out when it fires.
 */
public final class LineFunction
        extends KeyedBroadcastProcessFunction<String, Routed, InboundRecord, OutboundRecord> {

    /** Moves of the lines' next deadlines, for the watch over the feeds. */
    public static final OutputTag<FeedSignal> DEADLINES =
            new OutputTag<>("deadlines", FeedSignalType.INSTANCE);

    /** What happens to records, for the books. */
    public static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("line-entries", EntryType.INSTANCE);

    /** No time to live: a line's own timer ends it, when it has been over for long enough. */
    public static final ValueStateDescriptor<LineState> STATE =
            new ValueStateDescriptor<>("line", LineStateType.INSTANCE);

    /** Older facts of long lines. Lives as long as the line's own value. */
    public static final MapStateDescriptor<String, Standing> STORED =
            new MapStateDescriptor<>("line-facts", Types.STRING, StandingType.INSTANCE);

    /** Episodes of long lines that are over for good. Lives as long as the line's own value. */
    public static final MapStateDescriptor<String, Episode> OVER =
            new MapStateDescriptor<>("line-episodes", Types.STRING, EpisodeType.INSTANCE);

    /** Events that wait for the line's order, until it comes or a timer ends the wait. */
    public static final ListStateDescriptor<Routed> WAITING =
            Waiting.descriptor("line-waiting", RoutedType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private final RegistryFactory registry;
    private final FactTopics topics;
    private final OutputWriter.Factory outputs;
    private final PolicyShelf shelf;
    private final Wait wait;
    private final GoLive live;
    private final Splitting splitting;
    private final LineRetention retention;

    private transient ValueState<LineState> state;
    private transient FactArchive stored;
    private transient LineEvents events;
    private transient LineWaits waits;
    private transient EventDecoder decoder;
    private transient LineReports reports;
    private transient Policies policies;
    private transient Recall recall;
    private transient TimerService timers;

    /** A memory of lines. */
    public LineFunction(
            RegistryFactory registry,
            FactTopics topics,
            OutputWriter.Factory outputs,
            PolicyShelf shelf,
            Wait wait,
            GoLive live,
            Splitting splitting,
            LineRetention retention) {
        this.registry = registry;
        this.topics = topics;
        this.outputs = outputs;
        this.shelf = shelf;
        this.wait = wait;
        this.live = live;
        this.splitting = splitting;
        this.retention = retention;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        state = getRuntimeContext().getState(STATE);
        stored =
                new StoredFacts(
                        getRuntimeContext().getMapState(STORED),
                        getRuntimeContext().getMapState(OVER));
        decoder = EventDecoder.open(registry, topics);
        reports = new LineReports(outputs.open(subtask()));
        policies = Policies.open(registry, shelf, live, splitting);
        events = new LineEvents(policies, stored, reports);
        waits = new LineWaits(Waiting.of(getRuntimeContext(), WAITING), wait, decoder, reports);
        recall = new Recall();
    }

    /** Gives the timers of whichever line is at hand, also while all are gone through. */
    void setTimersBy(TimerService service) {
        timers = service;
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, reports, policies);
    }

    @Override
    public void processElement(Routed routed, ReadOnlyContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        LineState before = remembered();
        SpecificRecord event = decoder.decode(routed.record());
        LineState after;
        if (event instanceof OdooResult result && before.order() != null) {
            after = events.answered(before, result, routed, ctx, out);
        } else if (event instanceof OdooOrderLine order) {
            after = events.apply(before, FactReader.order(order), routed, ctx, out);
            // What waits has set a timer: of most lines the order comes first, and nothing is read.
            if (before.order() == null && !before.armed().equals(ArmedTimers.NONE)) {
                after = waits.release(after, events, ctx, out);
            }
        } else if (before.order() == null) {
            after = waits.add(before, routed, event, ctx);
        } else {
            after = events.applyEvent(before, routed, event, ctx, out);
        }
        remember(before, after, ctx);
    }

    @Override
    public void processBroadcastElement(
            InboundRecord record, Context ctx, Collector<OutboundRecord> out) throws Exception {
        if (record.isHeartbeat()) {
            return;
        }
        // Every subtask reads every policy; one of them answers for it.
        boolean answers = subtask() == 0;
        Entry.Kind kind;
        try {
            kind = policies.add(record);
        } catch (RejectedRecordException e) {
            kind = Entry.Kind.DEAD_LETTERED;
            if (answers) {
                reports.reject(record, e, ctx.currentProcessingTime(), out);
            }
        }
        if (answers) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.IN));
            ctx.output(ENTRIES, new Entry(record.topic(), kind));
        }
        if (recall.isDue(policies.rules().fingerprint(), Clock.micros(timers))) {
            ctx.applyToKeyedState(STATE, this::lookAgain);
        }
    }

    /** Rules were published: the line looks at them soon, whatever it waits for. */
    private void lookAgain(String key, ValueState<LineState> line) throws IOException {
        LineState known = line.value();
        LineState armed = armed(known, recall.instant(key, known, Clock.micros(timers)));
        if (!armed.equals(known)) {
            line.update(armed);
        }
    }

    private LineState armed(LineState line, long instant) {
        long timer = line.armed().missingFor(instant);
        if (timer == Times.NONE) {
            return line;
        }
        timers.registerEventTimeTimer(timer);
        return line.withArmed(line.armed().with(timer));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        LineState before = remembered();
        LineState fired = before.withArmed(before.armed().firedUpTo(timestamp));
        LineState after;
        if (fired.order() == null) {
            waits.expire(ctx, out);
            after = fired;
        } else {
            after = retained(events.tick(fired, ctx, out));
        }
        remember(before, after, ctx);
    }

    private LineState retained(LineState line) throws IOException {
        if (retention.isToBeForgotten(line)) {
            return LineState.EMPTY;
        }
        if (retention.isToShrink(line)) {
            stored.clear();
            stored.clearOver();
            return line.shrunk();
        }
        return line;
    }

    private int subtask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    }

    private LineState remembered() throws IOException {
        LineState known = state.value();
        return known == null ? LineState.EMPTY : known;
    }

    /** Saves the line, sets the timer that it needs and tells of a moved deadline. */
    private void remember(LineState before, LineState after, ReadOnlyContext ctx)
            throws IOException {
        long again = recall.instant(ctx.getCurrentKey(), after, Clock.micros(timers));
        LineState armed = armed(armed(after, again), retention.nextInstant(after));
        if (armed.equals(LineState.EMPTY)) {
            state.clear();
            stored.clear();
            stored.clearOver();
        } else if (!armed.equals(before)) {
            state.update(armed);
        }
        if (before.nextInstant() != armed.nextInstant()) {
            ctx.output(DEADLINES, FeedSignal.deadline(before.nextInstant(), armed.nextInstant()));
        }
    }
}
