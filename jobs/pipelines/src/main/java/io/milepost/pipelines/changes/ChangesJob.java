package io.milepost.pipelines.changes;

import io.milepost.odoo.changes.ChangeStream;
import io.milepost.odoo.changes.source.ChangeRecord;
import io.milepost.odoo.changes.source.ChangeWatermarks;
import io.milepost.odoo.changes.source.ChangesSourceSettings;
import io.milepost.odoo.changes.source.OdooChangesSource;
import io.milepost.pipelines.start.JobStart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
        new ChangesTopology(settings.job().registry(), settings.job().prefix(), partitions)
                .build(read(environment, settings.source(), settings.job().parallelism()))
                .sinkTo(start.sink(ChangeTopics.OUTPUTS))
                .uid(Uids.OUTPUTS)
                .name("outputs");
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
}
