package io.milepost.pipelines.changes;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.odoo.changes.source.ChangeRecord;
import io.milepost.pipelines.milestones.accounts.Bookkeeper;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.output.OutputClock;
import io.milepost.pipelines.milestones.output.OutputPlaces;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

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
        return output(made(changes));
    }

    /**
     * Builds the job over change records of the database. They come in one line, so they are
     * followed by one subtask.
     *
     * @param records records of Debezium in the order in which they were written
     */
    DataStream<OutboundRecord> capture(
            DataStream<InboundRecord> records, CaptureSettings settings) {
        OutputWriter.Factory letters = writers(ChangeTopics.OUTPUTS);
        SingleOutputStreamOperator<ChangeRecord> captured =
                records.keyBy(record -> settings.instance(), Types.STRING)
                        .transform(
                                "capture",
                                TypeInformation.of(ChangeRecord.class),
                                new CaptureOperator(settings, letters))
                        .setParallelism(1)
                        .uid(Uids.CAPTURE);
        return output(
                made(captured)
                        .union(
                                captured.getSideOutput(CaptureOperator.DEAD_LETTERS),
                                Bookkeeper.of(
                                        captured,
                                        CaptureOperator.ENTRIES,
                                        "capture",
                                        Uids.CAPTURE_BOOKS,
                                        letters)));
    }

    private DataStream<OutboundRecord> made(DataStream<ChangeRecord> changes) {
        int parallelism = changes.getParallelism();
        OutputWriter.Factory outputs = writers(ChangeTopics.OUTPUTS);
        SingleOutputStreamOperator<OutboundRecord> records =
                changes.transform("clock", changes.getType(), new ClockGuard<>())
                        .setParallelism(parallelism)
                        .uid(Uids.CLOCK)
                        .process(new ChangeFunction(outputs))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .setParallelism(parallelism)
                        .uid(Uids.EVENTS)
                        .name("events");
        return records.union(
                Bookkeeper.of(records, ChangeFunction.ENTRIES, "changes", Uids.BOOKS, outputs));
    }

    private DataStream<OutboundRecord> output(DataStream<OutboundRecord> records) {
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
