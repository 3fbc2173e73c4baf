package io.milepost.pipelines.updates;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Bookkeeper;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.output.OutputClock;
import io.milepost.pipelines.milestones.output.OutputPlaces;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job odoo-updates without its surroundings: commands that Odoo has answered in, records out.
 *
 * @param registry how operators reach the schema registry
 * @param prefix what the environment puts before every topic's name; empty for none
 * @param partitions number of partitions by full topic name
 */
record UpdatesTopology(RegistryFactory registry, String prefix, Map<String, Integer> partitions) {

    /**
     * Builds the job.
     *
     * @param answered commands with their answers, with the heartbeats as watermarks
     * @return records for the output topics, those of a partition all in one subtask
     */
    DataStream<OutboundRecord> build(DataStream<InboundRecord> answered) {
        OutputWriter.Factory writers =
                new OutputWriter.Factory(
                        OutputTopics.of(prefix, UpdateTopics.OUTPUTS, partitions),
                        registry,
                        UpdatesJob.NAME);
        SingleOutputStreamOperator<OutboundRecord> results =
                answered.transform("clock", InboundRecordTypeInfo.INSTANCE, new ClockGuard<>())
                        .uid(Uids.CLOCK)
                        .process(new ResultFunction(registry, writers))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .uid(Uids.RESULTS)
                        .name("results");
        DataStream<OutboundRecord> all =
                results.union(
                        Bookkeeper.of(
                                results, ResultFunction.ENTRIES, "updates", Uids.BOOKS, writers));
        return OutputPlaces.byPlace(all)
                .transform(
                        "output clock",
                        OutboundRecordTypeInfo.INSTANCE,
                        new OutputClock(
                                writers,
                                OutputTopics.of(prefix, UpdateTopics.PROMISED, partitions)))
                .uid(Uids.OUTPUT_CLOCK);
    }
}
