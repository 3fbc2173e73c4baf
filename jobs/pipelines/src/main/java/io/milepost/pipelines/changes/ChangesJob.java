package io.milepost.pipelines.changes;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.odoo.changes.ChangeStream;
import io.milepost.odoo.changes.source.ChangeRecord;
import io.milepost.odoo.changes.source.ChangeWatermarks;
import io.milepost.odoo.changes.source.ChangesSourceSettings;
import io.milepost.odoo.changes.source.OdooChangesSource;
import io.milepost.pipelines.start.JobStart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job odoo-changes: tells what happens in Odoo, each change once. */
public final class ChangesJob {

    /** Name of the job. */
    public static final String NAME = "odoo-changes";

    private ChangesJob() {}

    /** Starts the job from the command line of a cluster. */
    public static void main(String[] arguments) throws Exception {
        ChangesSettings settings = ChangesSettings.parse(arguments);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, settings);
        environment.execute(NAME);
    }

    /**
     * Checks the surroundings and defines the job; the caller executes it.
     *
     * @throws io.milepost.kafka.admin.UnsafeStartException listing what makes a start unsafe
     * @throws IOException if the cluster does not answer
     */
    public static void define(StreamExecutionEnvironment environment, ChangesSettings settings)
            throws IOException {
        JobStart start = new JobStart(NAME, settings.job());
        Map<String, Integer> partitions = start.checkedPartitions(List.of(), ChangeTopics.OUTPUTS);
        start.configure(environment);
        ChangesTopology topology =
                new ChangesTopology(settings.job().registry(), settings.job().prefix(), partitions);
        DataStream<OutboundRecord> records =
                settings.isCapturing()
                        ? topology.capture(
                                records(environment, start, settings.capture()), settings.capture())
                        : topology.build(
                                read(environment, settings.source(), settings.job().parallelism()));
        records.sinkTo(start.sink(ChangeTopics.OUTPUTS)).uid(Uids.OUTPUTS).name("outputs");
    }

    /**
     * The changes. No more subtasks than a company has streams, since one without a stream would
     * hold the clock for ever.
     */
    static DataStream<ChangeRecord> read(
            StreamExecutionEnvironment environment,
            ChangesSourceSettings settings,
            int parallelism) {
        return environment
                .fromSource(new OdooChangesSource(settings), new ChangeWatermarks(), "odoo changes")
                .uid(Uids.SOURCE)
                .setParallelism(Math.min(parallelism, ChangeStream.values().length));
    }

    /**
     * Change records. The order between them is the database's, and a topic keeps it within a
     * partition only.
     */
    private static DataStream<InboundRecord> records(
            StreamExecutionEnvironment environment, JobStart start, CaptureSettings settings)
            throws IOException {
        start.requireSinglePartition(settings.topic());
        return records(environment, start.kafka(), start.group("records"), settings);
    }

    static DataStream<InboundRecord> records(
            StreamExecutionEnvironment environment,
            KafkaConnection kafka,
            String group,
            CaptureSettings settings) {
        return environment
                .fromSource(
                        InboundSource.of(
                                kafka,
                                List.of(settings.topic()),
                                group,
                                OffsetsInitializer.earliest()),
                        WatermarkStrategy.noWatermarks(),
                        "change records",
                        InboundRecordTypeInfo.INSTANCE)
                .setParallelism(1)
                .uid(Uids.RECORDS);
    }
}
