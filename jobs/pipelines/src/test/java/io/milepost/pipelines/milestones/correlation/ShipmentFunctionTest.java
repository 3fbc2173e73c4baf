package io.milepost.pipelines.milestones.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.schemas.Catalogue;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.correlation.ShipmentBinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShipmentFunctionTest {

    private static final String REFERENCE = "main/1/TRACKING_NUMBER/T1";
    private static final LineKey LINE = new LineKey("main", "1", 42, 4201);
    private static final LineKey OTHER_LINE = new LineKey("main", "1", 42, 4202);

    private KeyedOneInputStreamOperatorTestHarness<String, ShipmentMessage, Routed> harness;
    private int seen;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new ShipmentFunction(
                                Bench.OPENS_REGISTRY,
                                Bench.FACTS,
                                Bench.WRITERS,
                                new Wait(Duration.ofDays(30))),
                        ShipmentMessage::reference,
                        Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aCarrierReachesTheLinesOfItsShipment() throws Exception {
        bound(LINE, "S1", "2026-02-10");
        bound(OTHER_LINE, "S1", "2026-02-10");
        carrier("c1", "2026-02-11");

        assertThat(forwarded()).containsExactly(LINE.toString(), OTHER_LINE.toString());
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aCarrierThatIsQuickerThanTheShipNoticeWaits() throws Exception {
        carrier("c1", "2026-02-11");
        assertThat(forwarded()).isEmpty();

        bound(LINE, "S1", "2026-02-10");
        assertThat(forwarded()).containsExactly(LINE.toString());

        harness.processWatermark(new Watermark(Events.millis("2026-04-01")));
        assertThat(letters()).isEmpty();
    }

    @Test
    void aLineThatIsBoundLaterGetsWhatWasSaidBefore() throws Exception {
        bound(LINE, "S1", "2026-02-10");
        carrier("c1", "2026-02-11");
        carrier("c2", "2026-02-12");
        forwarded();

        bound(OTHER_LINE, "S1", "2026-02-10");
        assertThat(forwarded()).containsExactly(OTHER_LINE.toString(), OTHER_LINE.toString());

        bound(OTHER_LINE, "S1", "2026-02-10");
        assertThat(forwarded()).as("not again").isEmpty();
    }

    @Test
    void aReferenceThatIsUsedAgainBelongsToTheNewestShipmentBeforeTheEvent() throws Exception {
        bound(LINE, "S1", "2025-02-10");
        bound(OTHER_LINE, "S2", "2026-02-10");
        carrier("c1", "2025-02-11");
        assertThat(forwarded()).containsExactly(LINE.toString());

        carrier("c2", "2026-02-11");
        assertThat(forwarded()).containsExactly(OTHER_LINE.toString());
    }

    @Test
    void aReferenceThatNobodyBindsIsUnmatchedAfterTheLongestWait() throws Exception {
        carrier("c1", "2026-02-01");
        harness.processWatermark(new Watermark(Events.millis("2026-03-03") - 1));
        assertThat(letters()).isEmpty();

        harness.processWatermark(new Watermark(Events.millis("2026-03-03")));
        assertThat(letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.UNMATCHED);
        assertThat(letters().get(0).getMessage())
                .endsWith(
                        ": shipment main/1/TRACKING_NUMBER/T1 of carrier event c1: expected a ship"
                                + " notice within 30 days but found none");
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private void bound(LineKey line, String shipment, String shippedAt) throws Exception {
        long time = Times.micros(Events.time(shippedAt));
        harness.processElement(
                ShipmentMessage.binding(REFERENCE, new ShipmentBinding(line, shipment, time)), 0);
    }

    private void carrier(String id, String known) throws Exception {
        harness.processElement(
                ShipmentMessage.event(
                        REFERENCE,
                        Bench.record(
                                Catalogue.CARRIER_EVENTS,
                                Events.carrier(id, CarrierStatus.IN_TRANSIT, "T1", known))),
                0);
    }

    private List<String> forwarded() {
        List<String> keys = harness.extractOutputValues().stream().map(Routed::key).toList();
        List<String> fresh = keys.subList(seen, keys.size());
        seen = keys.size();
        return fresh;
    }

    private List<DeadLetter> letters() {
        var records = harness.getSideOutput(ShipmentFunction.DEAD_LETTERS);
        List<OutboundRecord> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return Bench.values(DeadLetter.class, values);
    }
}
