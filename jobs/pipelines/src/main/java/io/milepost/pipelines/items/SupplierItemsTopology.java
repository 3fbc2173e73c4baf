package io.milepost.pipelines.items;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Bookkeeper;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.RoutedType;
import io.milepost.state.items.ItemRules;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job supplier-items without its surroundings: records of items in, records out. Where they
 * come from and go to is the caller's, so tests run the same topology.
 *
 * @param registry how operators reach the schema registry
 * @param outputs the topics that records are made for
 * @param rules what can be chosen about items
 * @param watch what the watch over the feeds looks at
 */
public record SupplierItemsTopology(
        RegistryFactory registry, OutputTopics outputs, ItemRules rules, FeedWatch.Settings watch) {

    /**
     * Builds the job. It writes no heartbeats: in the partitions that it shares with the milestones
     * job there is one writer of promises, and that is the other one.
     *
     * @param records records of the topic of items, with the heartbeats as watermarks
     * @return records for the output topics
     */
    public DataStream<OutboundRecord> build(DataStream<InboundRecord> records) {
        OutputWriter.Factory writers =
                new OutputWriter.Factory(outputs, registry, SupplierItemsJob.NAME);
        SingleOutputStreamOperator<Routed> routed =
                records.transform("clock", InboundRecordTypeInfo.INSTANCE, new ClockGuard<>())
                        .uid(Uids.CLOCK)
                        .process(new ItemRouteFunction(registry, writers))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.ROUTE)
                        .name("route");
        SingleOutputStreamOperator<OutboundRecord> items =
                routed.keyBy(Routed::key, Types.STRING)
                        .process(new ItemFunction(registry, writers, rules))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .uid(Uids.ITEMS)
                        .name("items");
        return items.union(
                routed.getSideOutput(ItemRouteFunction.DEAD_LETTERS),
                FeedWatch.over(
                        routed.getSideOutput(ItemRouteFunction.HEARTBEATS),
                        watch,
                        Uids.FEEDS,
                        writers),
                Bookkeeper.of(
                        routed, ItemRouteFunction.ENTRIES, "route", Uids.ROUTE_BOOKS, writers),
                Bookkeeper.of(items, ItemFunction.ENTRIES, "items", Uids.ITEM_BOOKS, writers));
    }
}
