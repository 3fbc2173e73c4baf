package io.milepost.cli.run;

import io.milepost.local.feed.FeedProgress;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.views.ViewCounts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;

/** The thread that looks at a run twice a second, shows it, and notices when it is over. */
final class RunLoop {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration STALLED = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final EmbeddedRun run;
    private final Sending sending;
    private final Feed feed;
    private final RunDisplay display;
    private final Rate rate = new Rate();
    private final CountDownLatch neverDone = new CountDownLatch(1);

    RunLoop(EmbeddedRun run, Sending sending, Feed feed, RunDisplay display) {
        this.run = run;
        this.sending = sending;
        this.feed = feed;
        this.display = display;
    }

    /** Until the broker has the whole feed. */
    void untilSent() throws IOException, InterruptedException {
        while (!sending.await(LOOK)) {
            show(Phase.SENDING);
        }
    }

    /** Until interrupted, with the clock of real time. */
    void forEver() throws IOException, InterruptedException {
        while (true) {
            sending.heartbeatNow();
            pause();
            show(Phase.LIVING_ON);
        }
    }

    /**
     * Until the outputs are complete up to the end of the feed.
     *
     * @throws IllegalStateException if they get no further for three minutes; the message says how
     *     far each partition is
     */
    void untilComplete() throws IOException, InterruptedException {
        long lastRecords = -1;
        long lastMoved = System.nanoTime();
        ViewCounts counts = run.views().counts();
        long end = sending.endMicros(feed.endMicros());
        while (counts.clockMicros() < end) {
            if (counts.recordsRead() != lastRecords) {
                lastRecords = counts.recordsRead();
                lastMoved = System.nanoTime();
            } else if (System.nanoTime() - lastMoved > STALLED.toNanos()) {
                run.views().awaitClock(end, Duration.ZERO);
            }
            show(Phase.COMPLETING);
            pause();
            counts = run.views().counts();
        }
        show(Phase.COMPLETE);
    }

    private void pause() throws InterruptedException {
        neverDone.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void show(Phase phase) throws IOException, InterruptedException {
        FeedProgress progress = sending.progress();
        display.show(
                new Moment(
                        phase,
                        run.views().counts(),
                        progress.sent(),
                        rate.at(System.nanoTime(), progress.sent()),
                        feed.startMicros(),
                        simulated(phase, progress),
                        feed.endMicros(),
                        jobState().name(),
                        sending.odoo()));
    }

    private long simulated(Phase phase, FeedProgress progress) {
        return switch (phase) {
            case SENDING -> progress.simulatedMicros();
            case LIVING_ON -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            case COMPLETING, COMPLETE -> feed.endMicros();
        };
    }

    private JobStatus jobState() throws IOException, InterruptedException {
        try {
            JobStatus status =
                    run.job().getJobStatus().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (status.isGloballyTerminalState()) {
                throw new IOException(
                        "milestones job: expected RUNNING but found " + status + "; see the log");
            }
            return status;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the state of the milestones job cannot be read", e);
        }
    }
}
