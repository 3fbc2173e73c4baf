package io.milepost.pipelines.milestones.scenarios;

import io.milepost.events.SlaPolicy;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.correlation.CarrierFunction;
import io.milepost.pipelines.milestones.correlation.CarrierMessage;
import io.milepost.pipelines.milestones.correlation.CorrelationOperators;
import io.milepost.pipelines.milestones.correlation.OrderFunction;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.line.LineFunction;
import io.milepost.pipelines.milestones.line.LineOperator;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.pipelines.milestones.route.RouteFunction;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.scenarios.Action;
import io.milepost.scenarios.Stage;
import io.milepost.scenarios.Story;
import io.milepost.schemas.Catalogue;
import io.milepost.state.Times;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * The operators of the job from the router to the lines, each in its harness, connected as in the
 * topology: what one says is given to the next at once.
 */
final class OperatorsStage implements Stage {

    private static final Wait WAIT = new Wait(Duration.ofDays(30));
    private static final int MAX_PARALLELISM = 720;

    private final CorrelationOperators operators;
    private final OneInputStreamOperatorTestHarness<InboundRecord, Routed> route;
    private final KeyedOneInputStreamOperatorTestHarness<String, Routed, Routed> orders;
    private final KeyedOneInputStreamOperatorTestHarness<String, LinkMessage, ShipmentMessage>
            links;
    private final KeyedOneInputStreamOperatorTestHarness<String, ShipmentMessage, CarrierMessage>
            shipments;
    private final KeyedOneInputStreamOperatorTestHarness<String, CarrierMessage, Routed> carriers;
    private final KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord>
            lines;
    private final List<Tap> taps = new ArrayList<>();
    private final List<OutboundRecord> out = new ArrayList<>();

    OperatorsStage(Story story) throws Exception {
        operators = CorrelationOperators.open();
        route = operators.route();
        orders = operators.orders();
        links = operators.links();
        shipments = operators.shipments();
        carriers = operators.carriers();
        lines = lines(story);
        connect();
    }

    private static KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord>
            lines(Story story) throws Exception {
        List<InboundRecord> published =
                story.rules().stream().map(OperatorsStage::published).toList();
        LineFunction function =
                new LineFunction(
                        Bench.OPENS_REGISTRY,
                        Bench.FACTS,
                        Bench.WRITERS,
                        () -> published,
                        WAIT,
                        goLive(story),
                        Splitting.ALL,
                        Bench.RETENTION);
        var harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new LineOperator(function),
                        Routed::key,
                        Types.STRING,
                        MAX_PARALLELISM,
                        1,
                        0);
        harness.open();
        harness.processBroadcastWatermark(Watermark.MAX_WATERMARK);
        return harness;
    }

    private static InboundRecord published(SlaPolicy policy) {
        return Bench.record(Catalogue.POLICIES, policy);
    }

    private static GoLive goLive(Story story) {
        return story.goLive()
                .map(at -> new GoLive(Map.of(story.company(), Times.micros(at)), Times.NONE))
                .orElse(GoLive.ALWAYS);
    }

    /** As in the topology. */
    private void connect() {
        taps.add(Tap.main(route, r -> lines.processElement(r, 0)));
        taps.add(Tap.side(route, RouteFunction.BY_ORDER, r -> orders.processElement(r, 0)));
        taps.add(Tap.side(route, RouteFunction.LINKS, m -> links.processElement(m, 0)));
        taps.add(Tap.side(route, RouteFunction.BY_SHIPMENT, m -> shipments.processElement(m, 0)));
        taps.add(Tap.side(route, RouteFunction.DEAD_LETTERS, out::add));
        taps.add(Tap.main(orders, r -> lines.processElement(r, 0)));
        taps.add(Tap.side(orders, OrderFunction.BINDINGS, m -> links.processElement(m, 0)));
        taps.add(Tap.side(orders, OrderFunction.DEAD_LETTERS, out::add));
        taps.add(Tap.main(links, m -> shipments.processElement(m, 0)));
        taps.add(Tap.main(shipments, m -> carriers.processElement(m, 0)));
        taps.add(Tap.main(carriers, r -> lines.processElement(r, 0)));
        taps.add(Tap.side(carriers, CarrierFunction.DEAD_LETTERS, out::add));
        taps.add(Tap.main(lines, out::add));
    }

    @Override
    public void take(Action.Arrives arriving) throws Exception {
        InboundRecord record =
                Bench.raw(
                        arriving.topic(),
                        arriving.key(),
                        Bench.encoded(arriving.topic(), arriving.event()));
        route.processElement(record, 0);
        flow();
    }

    @Override
    public void publish(SlaPolicy policy) throws Exception {
        lines.processBroadcastElement(published(policy), 0);
        flow();
    }

    @Override
    public void clock(Instant time) throws Exception {
        Watermark watermark = new Watermark(time.toEpochMilli());
        orders.processWatermark(watermark);
        flow();
        links.processWatermark(watermark);
        flow();
        shipments.processWatermark(watermark);
        flow();
        carriers.processWatermark(watermark);
        flow();
        lines.processWatermark(watermark);
        flow();
    }

    @Override
    public List<SpecificRecord> out() {
        return Bench.values(SpecificRecord.class, out);
    }

    private void flow() throws Exception {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Tap tap : taps) {
                moved |= tap.flow();
            }
        }
    }

    @Override
    public void close() throws Exception {
        operators.close();
        lines.close();
    }
}
