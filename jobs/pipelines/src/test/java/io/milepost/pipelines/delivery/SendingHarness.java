package io.milepost.pipelines.delivery;

import io.milepost.events.PartnerOutbound;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.deadletters.LetterReplay;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/**
 * The sending of documents, alone: documents and profiles in, the machine's clock, dead letters.
 */
final class SendingHarness implements AutoCloseable {

    private final CoBroadcastWithKeyedOperator<String, Routed, InboundRecord, OutboundRecord>
            operator;
    private final KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord>
            harness;

    private SendingHarness(OperatorSubtaskState state, List<InboundRecord> shelf, DeliveryTime time)
            throws Exception {
        Shelf.kept = List.copyOf(shelf);
        operator =
                new CoBroadcastWithKeyedOperator<>(
                        new SendingFunction(surroundings(Bench.OPENS_REGISTRY, time)),
                        List.of(SendingFunction.NO_STATE));
        harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        operator, Routed::key, Types.STRING, 720, 1, 0);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static Surroundings surroundings() {
        return surroundings(Bench.OPENS_REGISTRY);
    }

    static Surroundings surroundings(RegistryFactory registry) {
        return surroundings(registry, DeliveryTime.OF_THE_WORLD);
    }

    private static Surroundings surroundings(RegistryFactory registry, DeliveryTime time) {
        DeliveryRules rules =
                DeliverySettings.parse(
                                "--bootstrap-servers=b:1",
                                "--registry-url=http://r",
                                "--first-retry=10 s",
                                "--give-up-after=1 h")
                        .rules();
        Map<String, Integer> partitions = new HashMap<>();
        Catalogue.all().forEach(topic -> partitions.put(topic.name(), topic.partitions()));
        return new Surroundings(
                registry,
                new OutputWriter.Factory(
                        OutputTopics.of("", DeliveryTopics.OUTPUTS, partitions),
                        registry,
                        PartnerDeliveryJob.NAME),
                new Shelf(),
                (subtask, subtasks, mine) -> new Outside.Book(),
                Outside.Carrier::new,
                rules,
                time);
    }

    static SendingHarness fresh(InboundRecord... profiles) throws Exception {
        return new SendingHarness(null, List.of(profiles), DeliveryTime.OF_THE_WORLD);
    }

    /** What is given is played, and things happen so much after what led to them. */
    static SendingHarness played(Duration delay, InboundRecord... profiles) throws Exception {
        return new SendingHarness(null, List.of(profiles), DeliveryTime.played(delay));
    }

    static SendingHarness restored(OperatorSubtaskState state, InboundRecord... profiles)
            throws Exception {
        return new SendingHarness(state, List.of(profiles), DeliveryTime.OF_THE_WORLD);
    }

    SendingHarness given(PartnerOutbound document) throws Exception {
        return record(PartnerKey.of(document), Bench.record(Catalogue.PARTNER_OUTBOUND, document));
    }

    SendingHarness given(SupplierEvent said) throws Exception {
        return record(
                PartnerKey.of(said.getEnvelope()), Bench.record(Catalogue.SUPPLIER_EVENTS, said));
    }

    /** The same, by somebody who sends a dead letter again. */
    SendingHarness replayed(PartnerOutbound document) throws Exception {
        InboundRecord record = Bench.record(Catalogue.PARTNER_OUTBOUND, document);
        return record(
                PartnerKey.of(document),
                new InboundRecord(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestampMillis(),
                        record.key(),
                        record.value(),
                        List.of(
                                RecordHeader.text(
                                        LetterReplay.REPLAYED_FROM, "dead-letters/0/1"))));
    }

    SendingHarness record(String key, InboundRecord record) throws Exception {
        harness.processElement(new Routed(key, record), 0);
        return this;
    }

    SendingHarness clock(long millis) throws Exception {
        harness.setProcessingTime(millis);
        return this;
    }

    List<OutboundRecord> written() {
        return harness.extractOutputValues();
    }

    /** What happened to records, each kind as often as it did. */
    List<Entry.Kind> books() {
        List<Entry.Kind> kinds = new ArrayList<>();
        harness.getSideOutput(SendingFunction.ENTRIES)
                .forEach(entry -> kinds.add(entry.getValue().kind()));
        return kinds;
    }

    int timers() {
        return harness.numProcessingTimeTimers();
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
