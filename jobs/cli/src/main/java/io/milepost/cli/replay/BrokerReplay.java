package io.milepost.cli.replay;

import io.milepost.cli.run.Feed;
import io.milepost.cli.run.Heartbeats;
import io.milepost.cli.run.JsonLine;
import io.milepost.cli.run.Publishing;
import io.milepost.cli.terminal.Terminal;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.feed.Speed;
import io.milepost.local.run.Feeds;
import io.milepost.pipelines.milestones.route.FactTopics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Replays a log to a running Kafka, if its topics keep what is sent. */
final class BrokerReplay {

    private static final Duration SAY = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final KafkaConnection kafka;
    private final RegistryConnection registry;

    BrokerReplay(Terminal terminal, KafkaConnection kafka, RegistryConnection registry) {
        this.terminal = terminal;
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Runs to the end; says what was sent.
     *
     * @param lines order lines of the feed
     * @throws IOException if the topics would not keep the records, with every problem, or the
     *     registry lacks a schema
     */
    JsonLine run(long lines, Feed feed, Speed speed) throws IOException, InterruptedException {
        long began = System.nanoTime();
        requireRetention(feed);
        SchemaLookup.require(registry, kafka.topicPrefix(), FactTopics.ALL);
        FeedReport sent = send(feed, speed);
        return new JsonLine()
                .with("lines", lines)
                .with("eventsIn", sent.events())
                .with("heartbeats", sent.heartbeats())
                .seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    private void requireRetention(Feed feed) throws IOException {
        Instant oldest = Instant.EPOCH.plus(feed.startMicros(), ChronoUnit.MICROS);
        try (Admin admin = kafka.openAdmin()) {
            List<String> problems =
                    new TopicSetup(admin, kafka.topicPrefix())
                            .retentionProblems(FactTopics.ALL, oldest);
            if (!problems.isEmpty()) {
                throw new IOException(
                        "the topics would not keep records of "
                                + oldest
                                + "; nothing was sent\n"
                                + String.join("\n", problems));
            }
        }
    }

    private FeedReport send(Feed feed, Speed speed) throws IOException, InterruptedException {
        try (Publishing publishing =
                new Publishing(
                        Feeds.publisher(
                                kafka,
                                registry,
                                speed,
                                Heartbeats.everyMicros(speed),
                                feed.endMicros()),
                        feed)) {
            while (!publishing.await(SAY)) {
                terminal.people()
                        .println(
                                publishing.progress().sent()
                                        + " of "
                                        + feed.events().size()
                                        + " events sent");
            }
            return publishing.report();
        }
    }
}
