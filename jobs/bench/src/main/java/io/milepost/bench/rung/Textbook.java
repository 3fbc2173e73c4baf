package io.milepost.bench.rung;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.output.OutputTopics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The lines of the job as a textbook writes them, for contrast: each event's id goes into a map to
 * find repeats, and each event takes the line's timer back and sets it anew. It is spared what else
 * the job does: finding lines, waiting, keeping books, watching feeds.
 */
public final class Textbook extends FlinkRung {

    /** The rung. */
    public Textbook() {
        super(List.copyOf(OutputTopics.ALL));
    }

    @Override
    public String name() {
        return "textbook";
    }

    @Override
    public String title() {
        return "textbook";
    }

    @Override
    DataStream<OutboundRecord> define(
            DataStream<InboundRecord> facts, StreamExecutionEnvironment environment, Site site) {
        return facts.transform("clock", InboundRecordTypeInfo.INSTANCE, new ClockGuard<>())
                .filter(record -> !record.isHeartbeat())
                .keyBy(Textbook::key, Types.STRING)
                .process(new TextbookLines(site.registry(), site.kafka().topicPrefix()))
                .returns(OutboundRecordTypeInfo.INSTANCE);
    }

    private static String key(InboundRecord record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
