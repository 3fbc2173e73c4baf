package io.milepost.cli.submit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Brings a job onto a cluster: jar, main, and the wait until every task runs. */
public final class Submission {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final FlinkRest cluster;
    private final Consumer<String> progress;

    /**
     * @param cluster where to; stays open
     * @param progress is told of each step, in words
     */
    public Submission(FlinkRest cluster, Consumer<String> progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param jobId the job's id
     * @param jarId the uploaded jar's id
     * @param ui address of the job in the cluster's web UI
     */
    public record Job(String jobId, String jarId, String ui) {}

    /**
     * Submits and returns when every task runs. If the job cannot be started the jar is taken off
     * the cluster again.
     *
     * @param patience how long the tasks may take until they run
     * @throws ClusterException if the cluster refuses, the job fails, or it does not run in time;
     *     in the last case it stays, and the message has its id
     */
    public Job submit(Path jar, RunRequest request, Duration patience)
            throws IOException, InterruptedException {
        progress.accept("sending " + jar.getFileName());
        String jarId = cluster.upload(jar);
        String jobId = run(jarId, request);
        progress.accept("job " + jobId + " is accepted");
        awaitRunning(jobId, patience);
        return new Job(jobId, jarId, cluster.uiOf(jobId));
    }

    private String run(String jarId, RunRequest request) throws IOException {
        try {
            progress.accept("starting " + request.entryClass());
            return cluster.run(jarId, request);
        } catch (IOException e) {
            try {
                cluster.deleteJar(jarId);
            } catch (IOException stays) {
                e.addSuppressed(stays);
            }
            throw e;
        }
    }

    private void awaitRunning(String jobId, Duration patience)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        JobState state = cluster.state(jobId);
        while (!state.isRunning()) {
            if (state.isEnded()) {
                throw new ClusterException(
                        "job %s: expected to run but found %s%s"
                                .formatted(jobId, state, because(jobId)));
            }
            if (System.nanoTime() - end > 0) {
                throw new ClusterException(
                        "job %s: expected every task to run within %d s but found %s%s; it stays on the cluster, see %s"
                                .formatted(
                                        jobId,
                                        patience.toSeconds(),
                                        state,
                                        because(jobId),
                                        cluster.uiOf(jobId)));
            }
            LockSupport.parkNanos(LOOK.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException("while job " + jobId + " was starting");
            }
            state = cluster.state(jobId);
        }
    }

    private String because(String jobId) throws IOException {
        String failure = cluster.lastFailure(jobId);
        return failure.isEmpty() ? "" : ": " + failure;
    }
}
