package io.milepost.bench;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.TransactionalSink;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.pipelines.milestones.MilestonesTopology;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.line.KafkaPolicyShelf;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.state.sla.GoLive;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The milestones job itself, on sources that end. */
final class Milestones implements Rung {

    @Override
    public String title() {
        return "milestones job";
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment,
            KafkaConnection kafka,
            RegistryConnection registry,
            int run) {
        FactTopics facts = new FactTopics(kafka.topicPrefix());
        String group = "bench-milestones-" + run;
        new MilestonesTopology(
                        registry,
                        facts,
                        OutputTopics.ofCatalogue(kafka.topicPrefix()),
                        new KafkaPolicyShelf(kafka),
                        new Wait(Duration.ofDays(30)),
                        GoLive.ALWAYS,
                        Duration.ofDays(400),
                        new FeedWatch.Settings(List.of(), 600_000, 60_000))
                .build(
                        environment.fromSource(
                                InboundSource.bounded(kafka, facts.names(), group),
                                new HeartbeatWatermarks(),
                                "facts",
                                InboundRecordTypeInfo.INSTANCE),
                        environment.fromSource(
                                InboundSource.bounded(
                                        kafka,
                                        List.of(kafka.topic(Catalogue.POLICIES)),
                                        group + "-policies"),
                                new Unclocked(),
                                "policies",
                                InboundRecordTypeInfo.INSTANCE))
                .sinkTo(
                        TransactionalSink.builder(kafka, "bench", "milestones-" + run)
                                .topics(OutputTopics.ALL.stream().map(kafka::topic).toList())
                                .build());
    }
}
