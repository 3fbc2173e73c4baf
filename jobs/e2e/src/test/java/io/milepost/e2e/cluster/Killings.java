package io.milepost.e2e.cluster;

import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.TimedEvent;
import java.time.Duration;
import java.util.List;

/** A story during which two TaskManagers are killed, at different times, and others come. */
public final class Killings {

    private static final Duration STORY = Duration.ofSeconds(12);
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /** Shares of the events after which the story waits for a TaskManager's death. */
    private static final List<Double> PAUSES = List.of(0.4, 0.8);

    /** How much of the events the outputs must have covered by then, before the next pause. */
    private static final double SEEN = 0.2;

    private Killings() {}

    /**
     * Tells the story to its end and waits until the outputs are complete. Twice, when the outputs
     * are seen to cover a part of it, more events are let flow and a TaskManager that runs tasks is
     * killed.
     */
    public static void during(ClusterRun run, DistributorSimulation story, FlinkCluster cluster)
            throws Exception {
        List<TimedEvent> events = story.events();
        try (LiveFeed feed = new LiveFeed(run, story, STORY, PAUSES)) {
            for (double pause : PAUSES) {
                TimedEvent told = events.get((int) ((pause - SEEN) * events.size()));
                run.views().awaitClock(told.atMicros() - LiveFeed.HEARTBEAT, DEADLINE);
                cluster.awaitRunning(run.jobId());
                long before = System.currentTimeMillis();
                feed.goOn();
                cluster.killOneOf(run.jobId());
                cluster.startTaskManager();
                cluster.awaitRestart(run.jobId(), before);
            }
            feed.finish();
        }
        run.views().awaitClock(story.endMicros(), DEADLINE);
    }
}
