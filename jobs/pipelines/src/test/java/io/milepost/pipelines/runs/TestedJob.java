package io.milepost.pipelines.runs;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * A topology with its uids, between a source and a sink of tests.
 *
 * @param sourceUid uid of the source that has the clock
 * @param sinkUid uid of the sink
 * @param topics the topics that the clock rests on
 * @param topology the topology
 */
public record TestedJob(String sourceUid, String sinkUid, List<String> topics, Topology topology) {

    /** From the records that have the clock to the outputs. */
    @FunctionalInterface
    public interface Topology {

        /**
         * Defines it.
         *
         * @param records the records that the clock rests on
         * @param others makes further sources, by topics
         */
        DataStream<OutboundRecord> define(DataStream<InboundRecord> records, Sources others);
    }

    /** Makes a source without a clock. */
    @FunctionalInterface
    public interface Sources {

        /** The records of topics. */
        SingleOutputStreamOperator<InboundRecord> of(String... topics);
    }
}
