package io.milepost.pipelines.milestones.line;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The memory of lines, alone: events of one line in, the clock, and what comes out. */
final class LineHarness implements AutoCloseable {

    static final String KEY = "main/1/42/4201";

    private final KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord>
            harness;
    private final LineOperator operator;
    private int seen;

    private LineHarness(PolicyShelf shelf, OperatorSubtaskState state, int subtask)
            throws Exception {
        LineFunction function =
                new LineFunction(
                        Bench.OPENS_REGISTRY,
                        Bench.FACTS,
                        Bench.WRITERS,
                        shelf,
                        new Wait(Duration.ofDays(30)),
                        GoLive.ALWAYS,
                        Splitting.ALL,
                        Bench.RETENTION);
        operator = new LineOperator(function);
        harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        operator, Routed::key, Types.STRING, 720, subtask + 1, subtask);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        harness.processBroadcastWatermark(Watermark.MAX_WATERMARK);
    }

    /** Under the rule that a line is received by the end of its promised day. */
    static LineHarness fresh() throws Exception {
        return new LineHarness(LineHarness::published, null, 0);
    }

    static LineHarness withPolicies(PolicyShelf shelf) throws Exception {
        return new LineHarness(shelf, null, 0);
    }

    /** The second of two subtasks. */
    static LineHarness second(PolicyShelf shelf) throws Exception {
        return new LineHarness(shelf, null, 1);
    }

    static LineHarness restored(OperatorSubtaskState state) throws Exception {
        return new LineHarness(LineHarness::published, state, 0);
    }

    static List<InboundRecord> published() {
        return List.of(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()));
    }

    LineHarness given(Topic<?> topic, SpecificRecord event) throws Exception {
        harness.processElement(new Routed(KEY, Bench.record(topic, event)), 0);
        return this;
    }

    /** A carrier's event that belongs to several lines, or does not belong here any more. */
    LineHarness turn(SpecificRecord event, int turn) throws Exception {
        InboundRecord record = Bench.record(Catalogue.CARRIER_EVENTS, event);
        harness.processElement(new Routed(KEY, record, false, turn), 0);
        return this;
    }

    LineHarness policy(InboundRecord record) throws Exception {
        harness.processBroadcastElement(record, 0);
        return this;
    }

    LineHarness clock(String time) throws Exception {
        return clockMillis(Events.millis(time));
    }

    LineHarness clockMillis(long millis) throws Exception {
        harness.processWatermark(new Watermark(millis));
        return this;
    }

    /** What came out since it was asked last. */
    <V extends SpecificRecord> List<V> out(Class<V> type) {
        List<OutboundRecord> all = new ArrayList<>(harness.extractOutputValues());
        List<OutboundRecord> fresh = all.subList(seen, all.size());
        seen = all.size();
        return Bench.values(type, fresh);
    }

    /** How many records came out since it was asked last. */
    int outCount() {
        int all = harness.extractOutputValues().size();
        int fresh = all - seen;
        seen = all;
        return fresh;
    }

    /** What happened to the records of a topic, in their order. */
    List<Entry.Kind> booked(Topic<?> topic) {
        Queue<StreamRecord<Entry>> entries = harness.getSideOutput(LineFunction.ENTRIES);
        return entries == null
                ? List.of()
                : entries.stream()
                        .map(StreamRecord::getValue)
                        .filter(entry -> entry.topic().equals(topic.name()))
                        .map(Entry::kind)
                        .toList();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    int stateEntries() {
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend())
                .numKeyValueStateEntries();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
