package io.milepost.e2e.cluster;

import io.milepost.cli.submit.RunRequest;
import io.milepost.cli.submit.Submission;
import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.Rules;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Speed;
import io.milepost.local.run.Feeds;
import io.milepost.local.run.PolicyPublisher;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.OutputViews;
import io.milepost.pipelines.milestones.MilestonesJob;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The milestones job on a cluster, sent there as `milepost submit` does, with its outputs. */
public final class ClusterRun implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int PARALLELISM = 2;

    private final FlinkCluster cluster;
    private final KafkaConnection kafka;
    private final RegistryConnection registry;
    private final OutputViews views;
    private final Submission.Job job;

    /**
     * Makes topics and schemas, publishes the rules of the demo, and submits the job.
     *
     * @param stack whose broker and registry are used
     * @param name of the environment, which keeps runs apart
     * @param settings more settings of the job
     */
    public ClusterRun(FlinkCluster cluster, EmbeddedStack stack, String name, String... settings)
            throws IOException, InterruptedException {
        this.cluster = cluster;
        kafka = KafkaConnection.plain(stack.bootstrapServers(), name + ".");
        registry = RegistryConnection.plain(stack.registryUrl());
        CatalogueTopics.create(kafka, registry);
        PolicyPublisher.publish(kafka, registry, Rules.demo());
        views = OutputViews.open(kafka, registry);
        cluster.awaitIdle();
        job = submit(name, settings);
    }

    private Submission.Job submit(String name, String... settings)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--bootstrap-servers=" + kafka.bootstrapServers(),
                                "--registry-url=" + String.join(",", registry.urls()),
                                "--topic-prefix=" + kafka.topicPrefix(),
                                "--environment=" + name,
                                "--parallelism=" + PARALLELISM));
        arguments.addAll(List.of(settings));
        return new Submission(cluster.rest(), step -> {})
                .submit(
                        BuiltJobJar.find(),
                        new RunRequest(
                                MilestonesJob.class.getName(), arguments, PARALLELISM, null, false),
                        START);
    }

    /** The job's id. */
    public String jobId() {
        return job.jobId();
    }

    /** What the outputs say. */
    public OutputViews views() {
        return views;
    }

    /** A publisher of events; whoever opened it closes it. */
    public FeedPublisher publisher(Speed speed, long heartbeatEveryMicros, long endMicros) {
        return Feeds.publisher(kafka, registry, speed, heartbeatEveryMicros, endMicros);
    }

    @Override
    public void close() throws IOException {
        views.close();
        cluster.rest().cancel(job.jobId());
    }
}
