package io.milepost.pipelines.delivery;

import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.route.Routed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The answering of what came in, alone: pieces in, answers out, sent to the partner on demand. */
final class ReplyHarness implements AutoCloseable {

    private final CoBroadcastWithKeyedOperator<String, Routed, InboundRecord, OutboundRecord>
            operator =
                    new CoBroadcastWithKeyedOperator<>(
                            new ReplyFunction(SendingHarness.surroundings()),
                            List.of(SendingFunction.NO_STATE));
    private final KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord>
            harness =
                    new KeyedBroadcastOperatorTestHarness<>(
                            operator, Routed::key, Types.STRING, 720, 1, 0);

    private ReplyHarness(OperatorSubtaskState state, InboundRecord profile) throws Exception {
        Shelf.kept = List.of(profile);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static ReplyHarness fresh(InboundRecord profile) throws Exception {
        return new ReplyHarness(null, profile);
    }

    static ReplyHarness restored(OperatorSubtaskState state, InboundRecord profile)
            throws Exception {
        return new ReplyHarness(state, profile);
    }

    ReplyHarness given(List<PartnerInbound> pieces) throws Exception {
        return given(pieces, Delivered.DAY);
    }

    ReplyHarness given(List<PartnerInbound> pieces, Instant at) throws Exception {
        for (PartnerInbound piece : pieces) {
            harness.processElement(
                    new Routed(ReplyFunction.key(piece), CameIn.record(piece, at)), 0);
        }
        return this;
    }

    /** A version of a profile comes in force. */
    ReplyHarness profile(InboundRecord profile) throws Exception {
        harness.processBroadcastElement(profile, 0);
        return this;
    }

    List<PartnerOutbound> answers() {
        return Bench.values(PartnerOutbound.class, harness.extractOutputValues());
    }

    List<Entry.Kind> books() {
        List<Entry.Kind> kinds = new ArrayList<>();
        harness.getSideOutput(ReplyFunction.ENTRIES)
                .forEach(entry -> kinds.add(entry.getValue().kind()));
        return kinds;
    }

    int stateEntries() {
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend())
                .numKeyValueStateEntries();
    }

    int timers() {
        return harness.numProcessingTimeTimers();
    }

    ReplyHarness clock(Duration sinceBegin) throws Exception {
        harness.setProcessingTime(sinceBegin.toMillis());
        return this;
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
