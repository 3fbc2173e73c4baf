package io.milepost.pipelines.partners;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.pipelines.start.JobStart;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job partner-intake: makes events of what partners sent, by their profiles. */
public final class PartnerIntakeJob {

    /** Name of the job. */
    public static final String NAME = "partner-intake";

    private PartnerIntakeJob() {}

    /** Starts the job from the command line of a cluster. */
    public static void main(String[] arguments) throws Exception {
        PartnerIntakeSettings settings = PartnerIntakeSettings.parse(arguments);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, settings, new HeartbeatWatermarks());
        environment.execute(NAME);
    }

    /**
     * Checks the surroundings and defines the job; the caller executes it.
     *
     * @param clock what moves the clock: {@link HeartbeatWatermarks}
     * @throws io.milepost.kafka.admin.UnsafeStartException listing what makes a start unsafe
     * @throws IOException if the cluster does not answer
     */
    public static void define(
            StreamExecutionEnvironment environment,
            PartnerIntakeSettings settings,
            WatermarkStrategy<InboundRecord> clock)
            throws IOException {
        TemplateTrial.require();
        JobStart start = new JobStart(NAME, settings.job());
        List<Topic<?>> sources =
                Stream.concat(PartnerTopics.SOURCES.stream(), PartnerTopics.PROFILES.stream())
                        .toList();
        Map<String, Integer> partitions = start.checkedPartitions(sources, PartnerTopics.OUTPUTS);
        start.configure(environment);
        DataStream<OutboundRecord> outputs =
                new PartnerIntakeTopology(
                                settings.job().registry(),
                                settings.job().prefix(),
                                partitions,
                                new KafkaProfileShelf(start.kafka()),
                                settings.memory(),
                                FeedWatch.Settings.of(
                                        start.names(PartnerTopics.SOURCES),
                                        partitions,
                                        settings.job().feedSilence()))
                        .build(
                                start.read(environment, PartnerTopics.SOURCES, clock, "inbound")
                                        .uid(Uids.INBOUND_SOURCE),
                                start.read(
                                                environment,
                                                PartnerTopics.PROFILES,
                                                new Unclocked(),
                                                "profiles")
                                        .uid(Uids.PROFILE_SOURCE));
        outputs.sinkTo(start.sink(PartnerTopics.OUTPUTS)).uid(Uids.OUTPUTS).name("outputs");
    }
}
