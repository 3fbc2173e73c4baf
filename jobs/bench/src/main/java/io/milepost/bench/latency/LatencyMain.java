package io.milepost.bench.latency;

import io.milepost.bench.Grounds;
import io.milepost.bench.rung.Milestones;
import io.milepost.bench.rung.Site;
import io.milepost.bench.story.Mix;
import io.milepost.bench.story.Stories;
import io.milepost.bench.story.Story;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.run.Feeds;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.stack.StackOptions;
import io.milepost.local.stack.StackProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;

/**
 * Measures how long it takes from the heartbeat that passes a deadline, as it is sent, until a
 * reader of committed records has the alert; with checkpoints every second and every ten.
 */
public final class LatencyMain {

    private static final int LINES = 240;
    private static final long ALLOWANCE = 48 * Micros.HOUR;

    private LatencyMain() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        StackOptions options = StackOptions.defaults().withTaskManagers(1, 1);
        try (EmbeddedStack stack = EmbeddedStack.start(options, StackProgress.SILENT)) {
            // The first warms up what every later one runs on, and is not told.
            measure(stack, "warm-up", Duration.ofSeconds(1));
            System.out.print(
                    "| checkpoints every | alerts | median | 90 % | longest |\n"
                            + "| --- | --- | --- | --- | --- |\n");
            for (int seconds : new int[] {1, 10}) {
                System.out.println(
                        row(
                                seconds + " s",
                                measure(stack, seconds + "s", Duration.ofSeconds(seconds))));
            }
        }
    }

    private static String row(String name, long[] sorted) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f s | %.2f s | %.2f s |",
                name,
                sorted.length,
                sorted[sorted.length / 2] / 1e9,
                sorted[sorted.length * 9 / 10] / 1e9,
                sorted[sorted.length - 1] / 1e9);
    }

    /** All latencies of one run, nanoseconds, sorted. */
    private static long[] measure(EmbeddedStack stack, String name, Duration checkpoints)
            throws Exception {
        KafkaConnection kafka = Grounds.prepare(stack, "latency." + name + ".");
        RegistryConnection registry = RegistryConnection.plain(stack.registryUrl());
        Site site =
                new Site(
                        stack,
                        kafka,
                        registry,
                        Map.of(
                                "execution.checkpointing.interval",
                                checkpoints.toMillis() + " ms",
                                "pipeline.object-reuse",
                                "true"),
                        0,
                        false,
                        0);
        Story story = Stories.of(Mix.NAMED, LINES, 1);
        JobClient job = new Milestones().start(site);
        try (AlertReader reader = new AlertReader(kafka, registry);
                FeedPublisher publisher =
                        Feeds.publisher(
                                kafka, registry, Speed.MAX, Micros.HOUR, firstAt(story) + 1)) {
            publisher.publish(story.events());
            // Twelve checkpoints at least lie between the first deadline and the last.
            Deadlines deadlines =
                    new Deadlines(story.events(), ALLOWANCE, checkpoints.multipliedBy(12));
            return reader.latencies(deadlines.pass(publisher), deadlines.count());
        } finally {
            job.cancel().get(1, TimeUnit.MINUTES);
        }
    }

    /** Before any deadline, and after every order. */
    private static long firstAt(Story story) {
        return story.events().next().atMicros() + ALLOWANCE / 2;
    }
}
