package io.milepost.pipelines.milestones;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** What a test of a job's graph needs round it: strict settings, sources that end, outputs. */
public final class TestedGraph {

    private TestedGraph() {}

    /** An environment that refuses types which nobody has described. */
    public static StreamExecutionEnvironment strict() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    /** A source of records that ends behind the last one. */
    public static DataStreamSource<InboundRecord> source(
            StreamExecutionEnvironment environment, InboundRecord... records) {
        return environment.fromData(List.of(records), InboundRecordTypeInfo.INSTANCE);
    }

    /** Runs a graph to its end. */
    public static List<OutboundRecord> written(DataStream<OutboundRecord> outputs)
            throws Exception {
        List<OutboundRecord> written = new ArrayList<>();
        try (CloseableIterator<OutboundRecord> records = outputs.executeAndCollect()) {
            records.forEachRemaining(written::add);
        }
        return written;
    }

    /** The uids that a job may not change, from the file beside its test. */
    public static Set<String> golden(Class<?> test) throws IOException {
        try (InputStream file = test.getResourceAsStream("uids.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new TreeSet<>(text.lines().toList());
        }
    }
}
