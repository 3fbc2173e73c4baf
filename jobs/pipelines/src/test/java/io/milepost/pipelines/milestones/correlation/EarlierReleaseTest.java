package io.milepost.pipelines.milestones.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.route.CarrierCall;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.correlation.ShipmentBinding;
import io.milepost.state.correlation.ShipmentIndex;
import io.milepost.state.fact.Version;
import io.milepost.state.sla.Splitting;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An earlier release kept carriers' events under their first reference, and no lifetime. */
class EarlierReleaseTest {

    private static final String REFERENCE = "main/1/TRACKING_NUMBER/1";
    private static final LineKey LINE = new LineKey("main", "1", 42, 4200);

    private KeyedOneInputStreamOperatorTestHarness<String, ShipmentMessage, CarrierMessage> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new ShipmentFunction(
                                Bench.OPENS_REGISTRY,
                                Bench.FACTS,
                                new Retention(Duration.ofDays(400)),
                                Splitting.NONE),
                        ShipmentMessage::reference,
                        Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void whatWaitedThereGoesOnToWhereEventsWaitNow() throws Exception {
        InboundRecord record = Shipping.carrier("c1", "2026-02-11", "T:1");
        events().add(record);
        bound("2026-02-10");

        assertThat(harness.extractOutputValues())
                .extracting(CarrierMessage::record)
                .as("the event, then where it belongs")
                .containsExactly(record, null);
        assertThat(harness.extractOutputValues().get(1).reach().bound().keySet())
                .containsExactly(LINE);
        assertThat(harness.getSideOutput(ShipmentFunction.ENTRIES))
                .extracting(entry -> entry.getValue().kind())
                .containsExactly(Entry.Kind.WAIT_ENDED);
        assertThat(events().get()).isNullOrEmpty();
    }

    @Test
    void whatWasBoundThereIsStillBoundAndItsEventsAreAtTheirLines() throws Exception {
        events().add(Shipping.carrier("c1", "2026-02-11", "T:1"));
        harness.getOperator().setCurrentKey(REFERENCE);
        ValueState<ShipmentIndex> index =
                state(new ValueStateDescriptor<>("shipment-lines", ShipmentIndexType.INSTANCE));
        index.update(firstLayout());
        harness.processElement(
                ShipmentMessage.call(
                        REFERENCE,
                        new CarrierCall(
                                "e2", 1, 1_772_000_000_000_002L, 1_772_000_000_000_002L, null)),
                0);

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(harness.extractOutputValues().get(0).reach().bound().keySet())
                .containsExactly(LINE);
        harness.processWatermark(new Watermark(Events.millis("2028-01-01")));
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private void bound(String shippedAt) throws Exception {
        long time = Times.micros(Events.time(shippedAt));
        harness.processElement(
                ShipmentMessage.binding(
                        REFERENCE,
                        REFERENCE,
                        new ShipmentBinding(LINE, "1", "S1", "acme", Version.of(1), true, time),
                        time),
                0);
    }

    private static ShipmentIndex firstLayout() {
        byte[] bytes =
                HexFormat.of().parseHex("01021c6d61696e2f312f34322f343230300453318280d6e8fce7a506");
        return ShipmentIndex.read(
                new StateInput(new DataInputStream(new ByteArrayInputStream(bytes))));
    }

    private ListState<InboundRecord> events() throws Exception {
        harness.getOperator().setCurrentKey(REFERENCE);
        return state(Waiting.descriptor("shipment-events", InboundRecordTypeInfo.INSTANCE));
    }

    private <S extends State> S state(StateDescriptor<S, ?> descriptor) throws Exception {
        descriptor.initializeSerializerUnlessSet(harness.getExecutionConfig());
        return ((AbstractStreamOperator<?>) harness.getOperator())
                .getKeyedStateBackend()
                .getPartitionedState(
                        VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, descriptor);
    }
}
