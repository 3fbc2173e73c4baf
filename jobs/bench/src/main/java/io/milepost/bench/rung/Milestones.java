package io.milepost.bench.rung;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.MilestonesTopology;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.pipelines.milestones.correlation.Retention;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.line.KafkaPolicyShelf;
import io.milepost.pipelines.milestones.line.LineRetention;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The milestones job itself, on sources that end. */
public final class Milestones extends FlinkRung {

    /** The rung. */
    public Milestones() {
        super(OutputTopics.ALL);
    }

    @Override
    public String name() {
        return "job";
    }

    @Override
    public String title() {
        return "milestones job";
    }

    @Override
    DataStream<OutboundRecord> define(
            DataStream<InboundRecord> facts, StreamExecutionEnvironment environment, Site site) {
        String prefix = site.kafka().topicPrefix();
        return new MilestonesTopology(
                        site.registry(),
                        new FactTopics(prefix),
                        OutputTopics.ofCatalogue(prefix),
                        new KafkaPolicyShelf(site.kafka()),
                        new Wait(Duration.ofDays(30)),
                        GoLive.ALWAYS,
                        Splitting.NONE,
                        LineRetention.DEFAULT,
                        new Retention(Duration.ofDays(400)),
                        new FeedWatch.Settings(List.of(), 600_000, 60_000))
                .build(
                        facts,
                        unclocked(Catalogue.POLICIES, environment, site),
                        unclocked(Catalogue.RESULTS, environment, site));
    }

    private static DataStream<InboundRecord> unclocked(
            Topic<?> topic, StreamExecutionEnvironment environment, Site site) {
        return environment
                .fromSource(
                        InboundSource.bounded(
                                site.kafka(),
                                List.of(site.kafka().topic(topic)),
                                site.unique(topic.name())),
                        new Unclocked(),
                        topic.name(),
                        InboundRecordTypeInfo.INSTANCE)
                .setParallelism(1);
    }
}
