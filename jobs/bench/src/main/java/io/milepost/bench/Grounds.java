package io.milepost.bench;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.bench.line.LineSizes;
import io.milepost.bench.rung.Site;
import io.milepost.bench.story.Mix;
import io.milepost.bench.story.Stories;
import io.milepost.bench.story.Story;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.SchemaSetup;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.run.Feeds;
import io.milepost.local.run.PolicyPublisher;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * A story, published into topics of its own for any number of runs.
 *
 * @param kafka the cluster, with the prefix of the topics
 * @param events how many events there are
 * @param heartbeats how many heartbeats besides
 * @param sizes how large its lines are
 */
public record Grounds(
        EmbeddedStack stack,
        KafkaConnection kafka,
        RegistryConnection registry,
        long events,
        long heartbeats,
        LineSizes sizes) {

    private static final int SAMPLE = 200;

    /** Replays leave out most heartbeats between far events: all that matters is that some come. */
    private static final long HEARTBEATS = 6 * Micros.HOUR;

    /** Topics and schemas under a prefix, and the rules of the demo. */
    public static KafkaConnection prepare(EmbeddedStack stack, String prefix)
            throws IOException, InterruptedException {
        KafkaConnection kafka = KafkaConnection.plain(stack.bootstrapServers(), prefix);
        RegistryConnection registry = RegistryConnection.plain(stack.registryUrl());
        try (Admin admin = kafka.openAdmin();
                SchemaRegistryClient client = registry.open()) {
            new TopicSetup(admin, prefix).create(TopicOptions.forReplay());
            new SchemaSetup(client, prefix).register();
        }
        PolicyPublisher.publish(kafka, registry, PolicyFiles.bundled(PolicyFiles.DEMO));
        return kafka;
    }

    /** Publishes a story. */
    static Grounds of(EmbeddedStack stack, String prefix, Mix mix, int lines, int facts)
            throws IOException, InterruptedException {
        KafkaConnection kafka = prepare(stack, prefix);
        RegistryConnection registry = RegistryConnection.plain(stack.registryUrl());
        Story story = Stories.of(mix, lines, facts);
        try (FeedPublisher publisher =
                        Feeds.publisher(kafka, registry, Speed.MAX, HEARTBEATS, story.endMicros());
                OutputWriter writer =
                        new OutputWriter.Factory(OutputTopics.ofCatalogue(prefix), registry)
                                .open(0)) {
            return new Grounds(
                    stack,
                    kafka,
                    registry,
                    story.count(),
                    publisher.publish(story.events()).heartbeats(),
                    LineSizes.of(Stories.of(mix, Math.min(lines, SAMPLE), facts).events(), writer));
        }
    }

    /** Where a run takes place. */
    Site site(Map<String, String> flink, boolean isInOrder, int run) {
        return new Site(stack, kafka, registry, flink, sizes.written(), isInOrder, run);
    }
}
