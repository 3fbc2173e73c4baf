package io.milepost.pipelines.milestones;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.pipelines.milestones.line.KafkaPolicyShelf;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.start.JobStart;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The milestones job: reads what Odoo, suppliers and carriers say of purchase-order lines, and says
 * where each line stands, what is late, and what Odoo should be told.
 */
public final class MilestonesJob {

    /** Name of the job. */
    public static final String NAME = "milestones";

    private final MilestonesSettings settings;
    private final JobStart start;
    private final Clocks clocks;

    /**
     * What moves the clock of the job; tests show with other clocks that it must be these.
     *
     * @param facts of the facts: {@link HeartbeatWatermarks}, since only heartbeats may
     * @param answers of what Odoo answers: {@link Unclocked}, since the clock would otherwise wait
     *     for what it starts
     */
    public record Clocks(
            WatermarkStrategy<InboundRecord> facts, WatermarkStrategy<InboundRecord> answers) {

        /** Those of the product. */
        public static Clocks right() {
            return new Clocks(new HeartbeatWatermarks(), new Unclocked());
        }
    }

    private MilestonesJob(MilestonesSettings settings, Clocks clocks) {
        this.settings = settings;
        this.start = new JobStart(NAME, settings.job());
        this.clocks = clocks;
    }

    /** Starts the job from the command line of a cluster. */
    public static void main(String[] arguments) throws Exception {
        MilestonesSettings settings = MilestonesSettings.parse(arguments);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, settings, Clocks.right());
        environment.execute(NAME);
    }

    /**
     * Checks the surroundings and defines the job; the caller executes it.
     *
     * @throws io.milepost.kafka.admin.UnsafeStartException listing what makes a start unsafe
     * @throws IOException if the cluster does not answer
     */
    public static void define(
            StreamExecutionEnvironment environment, MilestonesSettings settings, Clocks clocks)
            throws IOException {
        new MilestonesJob(settings, clocks).define(environment);
    }

    private void define(StreamExecutionEnvironment environment) throws IOException {
        List<Topic<?>> sources = new ArrayList<>(FactTopics.ALL);
        sources.add(Catalogue.POLICIES);
        sources.add(Catalogue.RESULTS);
        Map<String, Integer> partitions = start.checkedPartitions(sources, OutputTopics.ALL);
        start.configure(environment);
        String prefix = settings.job().prefix();
        FactTopics facts = new FactTopics(prefix);
        DataStream<OutboundRecord> outputs =
                new MilestonesTopology(
                                settings.job().registry(),
                                facts,
                                OutputTopics.of(prefix, OutputTopics.ALL, partitions),
                                new KafkaPolicyShelf(start.kafka()),
                                settings.patience(),
                                settings.goLive(),
                                settings.splitting(),
                                settings.retention(),
                                settings.indexRetention(),
                                FeedWatch.Settings.of(
                                        List.copyOf(facts.names()),
                                        partitions,
                                        settings.job().feedSilence()))
                        .build(
                                start.read(environment, FactTopics.ALL, clocks.facts(), "facts")
                                        .uid(Uids.FACT_SOURCE),
                                unclocked(
                                        environment,
                                        Catalogue.POLICIES,
                                        "policies",
                                        Uids.POLICY_SOURCE,
                                        new Unclocked()),
                                unclocked(
                                        environment,
                                        Catalogue.RESULTS,
                                        "results",
                                        Uids.RESULT_SOURCE,
                                        clocks.answers()));
        outputs.sinkTo(start.sink(OutputTopics.ALL)).uid(Uids.OUTPUTS).name("outputs");
    }

    /** A topic that never holds the clock, read by one subtask: without one none would promise. */
    private DataStream<InboundRecord> unclocked(
            StreamExecutionEnvironment environment,
            Topic<?> read,
            String name,
            String uid,
            WatermarkStrategy<InboundRecord> unclocked) {
        String topic = start.kafka().topic(read);
        return environment
                .fromSource(
                        InboundSource.of(start.kafka(), List.of(topic), start.group(name)),
                        unclocked,
                        name,
                        InboundRecordTypeInfo.INSTANCE)
                .uid(uid)
                .setParallelism(1);
    }
}
