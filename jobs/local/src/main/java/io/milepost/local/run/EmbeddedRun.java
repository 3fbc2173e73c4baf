package io.milepost.local.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.SlaPolicy;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.SchemaSetup;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Speed;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.stack.StackProgress;
import io.milepost.local.views.OutputViews;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.admin.Admin;

/**
 * The milestones job on the embedded stack, ready to be fed: topics that keep every record,
 * schemas, policies, the running job, and the views of its outputs.
 */
public final class EmbeddedRun implements AutoCloseable {

    private final EmbeddedStack stack;
    private final boolean ownsStack;
    private final RunOptions options;
    private final KafkaConnection kafka;
    private final RegistryConnection registry;
    private JobRun job;
    private OutputViews views;

    private EmbeddedRun(EmbeddedStack stack, boolean ownsStack, RunOptions options) {
        this.stack = stack;
        this.ownsStack = ownsStack;
        this.options = options;
        this.kafka = KafkaConnection.plain(stack.bootstrapServers(), options.topicPrefix());
        this.registry = RegistryConnection.plain(stack.registryUrl());
    }

    /**
     * Starts a stack and the job on it.
     *
     * @throws IOException if something cannot be started; what was started is stopped
     */
    public static EmbeddedRun start(
            RunOptions options, List<SlaPolicy> policies, StackProgress progress)
            throws IOException, InterruptedException {
        EmbeddedStack stack = EmbeddedStack.start(options.stack(), progress);
        return started(new EmbeddedRun(stack, true, options), policies);
    }

    /** Starts the job on a stack that somebody else closes. */
    public static EmbeddedRun on(EmbeddedStack stack, RunOptions options, List<SlaPolicy> policies)
            throws IOException, InterruptedException {
        return started(new EmbeddedRun(stack, false, options), policies);
    }

    private static EmbeddedRun started(EmbeddedRun run, List<SlaPolicy> policies)
            throws IOException, InterruptedException {
        boolean running = false;
        try {
            run.prepare(policies);
            running = true;
            return run;
        } finally {
            if (!running) {
                run.close();
            }
        }
    }

    private void prepare(List<SlaPolicy> policies) throws IOException, InterruptedException {
        try (Admin admin = kafka.openAdmin();
                SchemaRegistryClient client = registry.open()) {
            new TopicSetup(admin, kafka.topicPrefix()).create(TopicOptions.forReplay());
            new SchemaSetup(client, kafka.topicPrefix()).register();
        }
        PolicyPublisher.publish(kafka, registry, policies);
        views = OutputViews.open(kafka, registry);
        job = JobRun.submit(stack, options, kafka, registry);
    }

    /** The stack. */
    public EmbeddedStack stack() {
        return stack;
    }

    /** How Kafka is reached. */
    public KafkaConnection kafka() {
        return kafka;
    }

    /** How the registry is reached. */
    public RegistryConnection registry() {
        return registry;
    }

    /** What the outputs say. */
    public OutputViews views() {
        return views;
    }

    /** The running job. */
    public JobClient job() {
        return job.client();
    }

    /**
     * A publisher of events to the fact topics; whoever opened it closes it.
     *
     * @param speed how fast simulated time passes
     * @param heartbeatEveryMicros simulated time between two heartbeats
     * @param finalHeartbeatMicros the promise at the end
     */
    public FeedPublisher publisher(
            Speed speed, long heartbeatEveryMicros, long finalHeartbeatMicros) {
        return Feeds.publisher(kafka, registry, speed, heartbeatEveryMicros, finalHeartbeatMicros);
    }

    /**
     * Stops the job with a savepoint, without saying that time has come to its end.
     *
     * @return where the savepoint is
     */
    public String stopWithSavepoint() throws IOException, InterruptedException {
        return job.stopWithSavepoint(stack.folder().resolve("savepoints"));
    }

    /** Starts the job again where a savepoint was made. */
    public void restart(String savepoint) throws IOException, InterruptedException {
        job = JobRun.restore(stack, options, kafka, registry, savepoint);
    }

    @Override
    public void close() {
        if (views != null) {
            views.close();
        }
        if (ownsStack) {
            stack.close();
        } else if (job != null) {
            job.cancel();
        }
    }
}
