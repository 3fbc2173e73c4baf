package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.pipelines.milestones.route.RouteFunction;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.state.sla.Splitting;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;

/**
 * The operators that find the lines of a record, each in its harness; how they are connected is the
 * caller's.
 */
public record CorrelationOperators(
        OneInputStreamOperatorTestHarness<InboundRecord, Routed> route,
        KeyedOneInputStreamOperatorTestHarness<String, Routed, Routed> orders,
        KeyedOneInputStreamOperatorTestHarness<String, LinkMessage, ShipmentMessage> links,
        KeyedOneInputStreamOperatorTestHarness<String, ShipmentMessage, CarrierMessage> shipments,
        KeyedOneInputStreamOperatorTestHarness<String, CarrierMessage, Routed> carriers)
        implements AutoCloseable {

    private static final Wait WAIT = new Wait(Duration.ofDays(30));
    private static final Retention KEPT = new Retention(Duration.ofDays(400));

    /** Fresh operators, which wait 30 days and remember 400. */
    public static CorrelationOperators open() throws Exception {
        return new CorrelationOperators(
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new RouteFunction(
                                Bench.OPENS_REGISTRY, Bench.FACTS, Bench.WRITERS, Splitting.ALL)),
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new OrderFunction(
                                Bench.OPENS_REGISTRY,
                                Bench.FACTS,
                                Bench.WRITERS,
                                WAIT,
                                KEPT,
                                Splitting.ALL),
                        Routed::key,
                        Types.STRING),
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new LinkFunction(KEPT), LinkMessage::reference, Types.STRING),
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new ShipmentFunction(
                                Bench.OPENS_REGISTRY, Bench.FACTS, KEPT, Splitting.ALL),
                        ShipmentMessage::reference,
                        Types.STRING),
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new CarrierFunction(Bench.OPENS_REGISTRY, Bench.FACTS, Bench.WRITERS, WAIT),
                        CarrierMessage::event,
                        Types.STRING));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable stage : List.of(route, orders, links, shipments, carriers)) {
            stage.close();
        }
    }
}
