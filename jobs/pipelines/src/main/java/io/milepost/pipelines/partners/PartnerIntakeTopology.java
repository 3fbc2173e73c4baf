package io.milepost.pipelines.partners;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Bookkeeper;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.output.OutputClock;
import io.milepost.pipelines.milestones.output.OutputPlaces;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.RoutedType;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job partner-intake without its surroundings: what partners sent and their profiles in, events
 * out. Where they come from and go to is the caller's, so tests run the same topology.
 *
 * @param registry how operators reach the schema registry
 * @param prefix what the environment puts before every topic's name; empty for none
 * @param partitions number of partitions by full topic name
 * @param profiles where the profiles are read before the first message
 * @param memory how long a mapped transaction is remembered
 * @param watch what the watch over the feeds looks at
 */
record PartnerIntakeTopology(
        RegistryFactory registry,
        String prefix,
        Map<String, Integer> partitions,
        ProfileShelf profiles,
        Duration memory,
        FeedWatch.Settings watch) {

    /**
     * Builds the job.
     *
     * @param records pieces of what partners sent, with the heartbeats as watermarks
     * @param published records of the topic of profiles
     * @return records for the output topics, those of a partition all in one subtask
     */
    DataStream<OutboundRecord> build(
            DataStream<InboundRecord> records, DataStream<InboundRecord> published) {
        OutputWriter.Factory writers =
                new OutputWriter.Factory(
                        OutputTopics.of(prefix, PartnerTopics.OUTPUTS, partitions),
                        registry,
                        PartnerIntakeJob.NAME);
        SingleOutputStreamOperator<Routed> routed =
                records.transform("clock", InboundRecordTypeInfo.INSTANCE, new ClockGuard<>())
                        .uid(Uids.CLOCK)
                        .process(new InboundRouteFunction(registry, writers))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.ROUTE)
                        .name("route");
        SingleOutputStreamOperator<OutboundRecord> mapped =
                routed.keyBy(Routed::key, Types.STRING)
                        // Nothing is kept in broadcast state: the topic keeps every version.
                        .connect(published.broadcast(MappingFunction.NO_STATE))
                        .process(
                                new MappingFunction(registry, writers, profiles, memory.toMillis()))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .uid(Uids.MAPPING)
                        .name("mapping");
        DataStream<OutboundRecord> all =
                mapped.union(
                        routed.getSideOutput(InboundRouteFunction.DEAD_LETTERS),
                        mapped.getSideOutput(MappingFunction.DEAD_LETTERS),
                        FeedWatch.over(
                                routed.getSideOutput(InboundRouteFunction.HEARTBEATS),
                                watch,
                                Uids.FEEDS,
                                writers),
                        Bookkeeper.of(
                                routed,
                                InboundRouteFunction.ENTRIES,
                                "route",
                                Uids.ROUTE_BOOKS,
                                writers),
                        Bookkeeper.of(
                                mapped,
                                MappingFunction.ENTRIES,
                                "mapping",
                                Uids.MAPPING_BOOKS,
                                writers));
        return OutputPlaces.byPlace(all)
                .transform(
                        "output clock",
                        OutboundRecordTypeInfo.INSTANCE,
                        new OutputClock(
                                writers,
                                OutputTopics.of(prefix, PartnerTopics.PROMISED, partitions)))
                .uid(Uids.OUTPUT_CLOCK);
    }
}
