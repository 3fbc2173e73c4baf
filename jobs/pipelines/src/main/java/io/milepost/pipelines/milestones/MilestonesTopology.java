package io.milepost.pipelines.milestones;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Bookkeeper;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.correlation.OrderFunction;
import io.milepost.pipelines.milestones.correlation.Retention;
import io.milepost.pipelines.milestones.correlation.ShipmentStages;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.line.LineFunction;
import io.milepost.pipelines.milestones.line.LineOperator;
import io.milepost.pipelines.milestones.line.LineRetention;
import io.milepost.pipelines.milestones.line.PolicyShelf;
import io.milepost.pipelines.milestones.output.OutputClock;
import io.milepost.pipelines.milestones.output.OutputPlaces;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.milestones.route.RouteFunction;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.RoutedType;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The milestones job without its surroundings: facts and policies in, records out. Where they come
 * from and go to is the caller's, so tests run the same topology.
 *
 * @param registry how operators reach the schema registry
 * @param facts the topics that facts are read from
 * @param outputs the topics that records are made for
 * @param policies where the policies are read before the first fact
 * @param patience how long a fact waits for its order or shipment
 * @param live from when on companies are live
 * @param splitting whose lines may be split
 * @param retention how long a line is kept that is over
 * @param indexRetention how long orders and references are kept after their last fact
 * @param watch what the watch over the feeds looks at
 */
public record MilestonesTopology(
        RegistryFactory registry,
        FactTopics facts,
        OutputTopics outputs,
        PolicyShelf policies,
        Wait patience,
        GoLive live,
        Splitting splitting,
        LineRetention retention,
        Retention indexRetention,
        FeedWatch.Settings watch) {

    /**
     * Builds the job.
     *
     * @param records records of the fact topics, with the heartbeats as watermarks
     * @param published records of the policy topic
     * @param answered records of the topic of results, promising everything at once
     * @return records for the output topics, those of a partition all in one subtask
     */
    public DataStream<OutboundRecord> build(
            DataStream<InboundRecord> records,
            DataStream<InboundRecord> published,
            DataStream<InboundRecord> answered) {
        OutputWriter.Factory writers = new OutputWriter.Factory(outputs, registry);
        SingleOutputStreamOperator<Routed> routed =
                records.transform("clock", InboundRecordTypeInfo.INSTANCE, new ClockGuard<>())
                        .uid(Uids.CLOCK)
                        .process(new RouteFunction(registry, facts, writers, splitting))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.ROUTE)
                        .name("route");
        // What Odoo answers must not hold the clock, or the clock would wait for what it starts.
        SingleOutputStreamOperator<Routed> results =
                answered.process(new RouteFunction(registry, facts, writers, splitting))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.RESULT_ROUTE)
                        .name("results");
        SingleOutputStreamOperator<Routed> ordered =
                byKey(routed.getSideOutput(RouteFunction.BY_ORDER))
                        .process(
                                new OrderFunction(
                                        registry,
                                        facts,
                                        writers,
                                        patience,
                                        indexRetention,
                                        splitting))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.ORDERS)
                        .name("orders");
        ShipmentStages shipped =
                ShipmentStages.of(
                        routed,
                        ordered,
                        registry,
                        facts,
                        writers,
                        patience,
                        indexRetention,
                        splitting);
        SingleOutputStreamOperator<OutboundRecord> lines =
                byKey(routed.union(ordered, shipped.byLine(), results))
                        .connect(published.broadcast())
                        .transform(
                                "lines",
                                OutboundRecordTypeInfo.INSTANCE,
                                new LineOperator(
                                        new LineFunction(
                                                registry, facts, writers, policies, patience, live,
                                                splitting, retention)))
                        .uid(Uids.LINES);
        DataStream<OutboundRecord> all =
                lines.union(
                        routed.getSideOutput(RouteFunction.DEAD_LETTERS),
                        results.getSideOutput(RouteFunction.DEAD_LETTERS),
                        ordered.getSideOutput(OrderFunction.DEAD_LETTERS),
                        shipped.deadLetters(),
                        FeedWatch.over(
                                routed.getSideOutput(RouteFunction.HEARTBEATS)
                                        .union(lines.getSideOutput(LineFunction.DEADLINES)),
                                watch,
                                Uids.FEEDS,
                                writers),
                        Bookkeeper.of(
                                routed.getSideOutput(RouteFunction.ENTRIES)
                                        .union(results.getSideOutput(RouteFunction.ENTRIES)),
                                "route",
                                Uids.ROUTE_BOOKS,
                                writers),
                        Bookkeeper.of(
                                ordered,
                                OrderFunction.ENTRIES,
                                "orders",
                                Uids.ORDER_BOOKS,
                                writers),
                        Bookkeeper.of(shipped.entries(), "shipments", Uids.SHIPMENT_BOOKS, writers),
                        Bookkeeper.of(
                                lines, LineFunction.ENTRIES, "lines", Uids.LINE_BOOKS, writers));
        return OutputPlaces.byPlace(all)
                .transform(
                        "output clock", OutboundRecordTypeInfo.INSTANCE, new OutputClock(writers))
                .uid(Uids.OUTPUT_CLOCK);
    }

    private static KeyedStream<Routed, String> byKey(DataStream<Routed> stream) {
        return stream.keyBy(Routed::key, Types.STRING);
    }
}
