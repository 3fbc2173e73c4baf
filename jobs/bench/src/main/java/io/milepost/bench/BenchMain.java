package io.milepost.bench;

import com.sun.management.OperatingSystemMXBean;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.SchemaSetup;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.run.Feeds;
import io.milepost.local.run.PolicyPublisher;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.stack.StackOptions;
import io.milepost.local.stack.StackProgress;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;

/**
 * Runs the rungs in turn over the same topics on the embedded stack and prints what an event costs.
 * The first round warms the JVM up and is left out. Broker and registry run in processes of their
 * own, so the figures are those of Flink, the clients and the job.
 */
public final class BenchMain {

    private static final String PREFIX = "bench.";
    private static final long SEED = 42;
    private static final List<Rung> RUNGS = List.of(new PassThrough(), new Milestones());

    private final EmbeddedStack stack;
    private final KafkaConnection kafka;
    private final RegistryConnection registry;

    private BenchMain(EmbeddedStack stack) {
        this.stack = stack;
        this.kafka = KafkaConnection.plain(stack.bootstrapServers(), PREFIX);
        this.registry = RegistryConnection.plain(stack.registryUrl());
    }

    /** Arguments: counted rounds, purchase-order lines. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        StackOptions options =
                StackOptions.defaults()
                        .withTaskManagers(1, 1)
                        .withFlink(
                                Map.of(
                                        "execution.checkpointing.interval", "5 s",
                                        "state.backend.type", "rocksdb",
                                        "execution.checkpointing.incremental", "true",
                                        "pipeline.object-reuse", "true"));
        try (EmbeddedStack stack = EmbeddedStack.start(options, StackProgress.SILENT)) {
            System.out.println(new BenchMain(stack).table(lines, rounds));
        }
    }

    private String table(int lines, int rounds) throws Exception {
        long events = prepare(lines);
        Table table = new Table(events);
        for (int round = 0; round <= rounds; round++) {
            for (Rung rung : RUNGS) {
                Measured measured = run(rung, round);
                if (round > 0) {
                    table.add(rung, measured);
                }
            }
        }
        return events
                + " events of "
                + lines
                + " lines, parallelism 1, checkpoints every 5 s\n\n"
                + table.print();
    }

    private long prepare(int lines) throws Exception {
        try (Admin admin = kafka.openAdmin();
                SchemaRegistryClient client = registry.open()) {
            new TopicSetup(admin, PREFIX).create(TopicOptions.forReplay());
            new SchemaSetup(client, PREFIX).register();
        }
        PolicyPublisher.publish(kafka, registry, PolicyFiles.bundled(PolicyFiles.DEMO));
        DistributorSimulation story =
                new DistributorSimulation(SEED, lines, Micros.of(Instant.now()));
        try (FeedPublisher publisher =
                Feeds.publisher(kafka, registry, Speed.MAX, Micros.HOUR, story.endMicros())) {
            publisher.publish(story.events().iterator());
        }
        return story.events().size();
    }

    private Measured run(Rung rung, int round) throws Exception {
        StreamExecutionEnvironment environment = stack.environment(new Configuration());
        environment.setParallelism(1);
        rung.define(environment, kafka, registry, round);
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.gc();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        environment.execute(rung.title());
        return new Measured(
                (system.getProcessCpuTime() - cpu) / 1_000, (System.nanoTime() - wall) / 1_000_000);
    }
}
