package io.milepost.pipelines.milestones.output;

import io.milepost.kafka.outbound.OutboundRecord;
import org.apache.flink.api.common.functions.Partitioner;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Which subtask writes which partition. */
public final class OutputPlaces {

    private OutputPlaces() {}

    /** Brings all records of an output partition to the one subtask that promises for it. */
    public static DataStream<OutboundRecord> byPlace(DataStream<OutboundRecord> records) {
        return records.partitionCustom(
                (Partitioner<Integer>) OutputTopics::writer,
                record -> OutputTopics.placeNumber(record.topic(), record.partition()));
    }
}
