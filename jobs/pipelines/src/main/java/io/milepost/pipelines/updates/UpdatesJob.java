package io.milepost.pipelines.updates;

import io.milepost.kafka.errand.ErrandFactory;
import io.milepost.kafka.errand.ErrandSource;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.odoo.updates.Pauses;
import io.milepost.pipelines.start.JobStart;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * The job odoo-updates: brings commands into Odoo, each with one effect whatever fails, and says
 * what became of each.
 */
public final class UpdatesJob {

    /** Name of the job. */
    public static final String NAME = "odoo-updates";

    /** Batches that are read at a time: while Odoo is down no more than these are in memory. */
    private static final int BATCHES_READ = 2;

    private UpdatesJob() {}

    /** Starts the job from the command line of a cluster. */
    public static void main(String[] arguments) throws Exception {
        UpdatesSettings settings = UpdatesSettings.parse(arguments);
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
    public static void define(StreamExecutionEnvironment environment, UpdatesSettings settings)
            throws IOException {
        define(environment, settings, errand(settings, Pauses::real));
    }

    /**
     * What is done with commands.
     *
     * @param pauses the time that passes meanwhile
     */
    public static ErrandFactory errand(
            UpdatesSettings settings, SerializableSupplier<Pauses> pauses) {
        return new OdooErrandFactory(
                settings.job().kafka(),
                settings.job().registry(),
                settings.odoo().server(),
                settings.odoo().instance(),
                settings.applier(),
                pauses);
    }

    /** The same with another errand, for tests of what surrounds it. */
    public static void define(
            StreamExecutionEnvironment environment, UpdatesSettings settings, ErrandFactory errand)
            throws IOException {
        JobStart start = new JobStart(NAME, settings.job());
        Map<String, Integer> partitions =
                start.checkedPartitions(UpdateTopics.SOURCES, UpdateTopics.OUTPUTS);
        start.configure(environment);
        var answered =
                environment
                        .fromSource(
                                ErrandSource.of(
                                        settings.job().kafka(),
                                        start.names(UpdateTopics.SOURCES),
                                        start.group("commands"),
                                        BATCHES_READ * settings.applier().batchSize(),
                                        errand),
                                new HeartbeatWatermarks(),
                                "commands",
                                InboundRecordTypeInfo.INSTANCE)
                        .uid(Uids.COMMANDS)
                        .setParallelism(start.sourceParallelism(UpdateTopics.SOURCES));
        new UpdatesTopology(settings.job().registry(), settings.job().prefix(), partitions)
                .build(answered)
                .sinkTo(start.sink(UpdateTopics.OUTPUTS))
                .uid(Uids.OUTPUTS)
                .name("outputs");
    }
}
