package io.milepost.pipelines.changes;

import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.odoo.changes.source.ChangeRecord;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.output.OutputClock;
import io.milepost.pipelines.milestones.output.OutputPlaces;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The job odoo-changes without its surroundings: changes in, records out.
 *
 * @param registry how operators reach the schema registry
 * @param prefix what the environment puts before every topic's name; empty for none
 * @param partitions number of partitions by full topic name
 */
record ChangesTopology(RegistryFactory registry, String prefix, Map<String, Integer> partitions) {

    /**
     * Builds the job. What belongs to one record of Odoo stays in one subtask up to the partition
     * that it goes to, so that its versions stay in their order.
     *
     * @param changes changes with their promises as watermarks
     * @return records for the output topics, those of a partition all in one subtask
     */
    DataStream<OutboundRecord> build(DataStream<ChangeRecord> changes) {
        int parallelism = changes.getParallelism();
        DataStream<OutboundRecord> records =
                changes.transform("clock", changes.getType(), new ClockGuard<>())
                        .setParallelism(parallelism)
                        .uid(Uids.CLOCK)
                        .process(new ChangeFunction(writers(ChangeTopics.OUTPUTS)))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .setParallelism(parallelism)
                        .uid(Uids.EVENTS)
                        .name("events");
        return OutputPlaces.byPlace(records)
                .transform(
                        "output clock",
                        OutboundRecordTypeInfo.INSTANCE,
                        new OutputClock(writers(ChangeTopics.PROMISED)))
                .uid(Uids.OUTPUT_CLOCK);
    }

    private OutputWriter.Factory writers(List<Topic<?>> topics) {
        OutputTopics places = OutputTopics.of(prefix, topics, partitions);
        return new OutputWriter.Factory(places, registry, ChangesJob.NAME);
    }
}
