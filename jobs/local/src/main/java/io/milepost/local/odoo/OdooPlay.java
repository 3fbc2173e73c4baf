package io.milepost.local.odoo;

import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.kafka.KafkaConnection;
import io.milepost.local.feed.FeedProgress;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.StepFeed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.Feeds;
import io.milepost.local.run.RunOptions;
import io.milepost.odoo.client.OdooException;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a story round an Odoo, step by step: people work in Odoo, odoo-changes tells of it,
 * partners speak, the milestones job asks Odoo for changes, odoo-updates makes them. A step begins
 * when all that the step before led to is done. So a story ends the same way however fast it is
 * played.
 *
 * <p>One thread plays; {@link #cancel()} and {@link #progress()} may be called from any.
 */
public final class OdooPlay implements AutoCloseable {

    /** Checkpoints are taken when a step needs them; these are for what lasts longer. */
    private static final Duration BY_THE_CLOCK = Duration.ofSeconds(10);

    /** The story's time of a step, at most. */
    private static final long STEP = Micros.DAY;

    /** Real time of a step, at most. */
    private static final double LONGEST_SECONDS = 5;

    /** Odoo's horizon is a second behind, and each step waits for it. */
    private static final long STEP_IN_THE_WORLD = 3 * Micros.DAY;

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration POLL_IN_THE_WORLD = Duration.ofMillis(300);
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final OdooStory story;
    private final EmbeddedRun run;
    private final Lockstep lockstep;
    private final StepFeed feed;
    private final List<TimedEvent> said = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile FeedProgress progress;
    private volatile long promised;
    private volatile CommandCounts counts = CommandCounts.NONE;

    private OdooPlay(OdooStory story, EmbeddedRun run, Lockstep lockstep) {
        this.story = story;
        this.run = run;
        this.lockstep = lockstep;
        this.feed = Feeds.partners(run.kafka(), run.registry());
        this.progress = new FeedProgress(0, Long.MIN_VALUE);
    }

    /**
     * Starts the jobs round Odoo beside a milestones job.
     *
     * @param options those that the milestones job was started with
     */
    public static OdooPlay on(OdooStory story, EmbeddedRun run, RunOptions options)
            throws IOException {
        return on(story, run, options, true);
    }

    /** The same without the job odoo-updates: for the test that must turn red. */
    public static OdooPlay withoutUpdates(OdooStory story, EmbeddedRun run, RunOptions options)
            throws IOException {
        return on(story, run, options, false);
    }

    private static OdooPlay on(
            OdooStory story, EmbeddedRun run, RunOptions options, boolean updates)
            throws IOException {
        OdooJobs jobs =
                OdooJobs.start(
                        run,
                        options,
                        story.site().jobs(),
                        story.times() == StoryTimes.ITS_OWN ? POLL : POLL_IN_THE_WORLD,
                        story.company(),
                        updates);
        return new OdooPlay(story, run, new Lockstep(run, jobs, options.parallelism()));
    }

    /** The same options on a cluster that has room for all jobs and whose clocks can be watched. */
    public static RunOptions room(RunOptions options) {
        return options.withCheckpointInterval(BY_THE_CLOCK)
                .withStack(
                        options.stack()
                                .withTaskManagers(1, 3 * options.parallelism())
                                .withFlink(Lockstep.settings()));
    }

    /**
     * Plays to the end.
     *
     * @return what was sent; {@code events} counts deeds in Odoo and what partners said
     * @throws IOException if Odoo or a job fails
     */
    public FeedReport play(Speed speed) throws IOException, InterruptedException {
        List<Steps.Step> steps =
                Steps.of(
                        story.script(),
                        story.partners(),
                        story.startMicros(),
                        story.endMicros(),
                        step(speed));
        if (story.times() == StoryTimes.ITS_OWN) {
            lockstep.changesRead(story.startMicros());
        }
        long began = System.nanoTime();
        for (Steps.Step step : steps) {
            try {
                if (!work(step, speed, began)) {
                    break;
                }
                promised = end(step);
                partnersSpeak(step, promised);
                counts = lockstep.commandsLand(promised);
            } catch (OdooException e) {
                throw new IOException("work in Odoo failed: " + e.getMessage(), e);
            }
        }
        return new FeedReport(progress.sent(), feed.heartbeats(), 0, cancelled.get());
    }

    /** Feeds that say nothing for long are taken to be silent. */
    private long step(Speed speed) {
        long longest = story.times() == StoryTimes.ITS_OWN ? STEP : STEP_IN_THE_WORLD;
        return speed.isMax()
                ? longest
                : Math.min(longest, (long) (speed.factor() * LONGEST_SECONDS) * Micros.SECOND);
    }

    /** What people do in a step, told window by window; false when it was cancelled. */
    private boolean work(Steps.Step step, Speed speed, long began)
            throws OdooException, IOException, InterruptedException {
        int next = 0;
        for (long window : step.windows()) {
            story.site().quieten(lockstep.readers());
            while (next < step.acts().size() && step.acts().get(next).atMicros() < window) {
                Act act = step.acts().get(next++);
                if (!due(act.atMicros(), speed, began)) {
                    return false;
                }
                story.site().moveTo(act.atMicros());
                perform(act.deed(), act.atMicros());
            }
            if (!due(window, speed, began)) {
                return false;
            }
            story.site().completeUpTo(window);
            if (story.times() == StoryTimes.ITS_OWN) {
                lockstep.changesRead(window);
                story.site().quietenSoon();
            }
            progress = new FeedProgress(progress.sent(), window);
        }
        return true;
    }

    /** Everything that was done is told; then people race what partners are about to say. */
    private long end(Steps.Step step) throws OdooException, IOException, InterruptedException {
        long end = story.times().ends(step.endMicros());
        lockstep.changesRead(end);
        for (Deed deed : step.races()) {
            perform(deed, step.endMicros());
        }
        return end;
    }

    private void perform(Deed deed, long at) throws OdooException, InterruptedException {
        story.people().perform(story.times().of(deed, at));
        progress = new FeedProgress(progress.sent() + 1, at);
    }

    private void partnersSpeak(Steps.Step step, long end) {
        List<TimedEvent> events =
                step.partners().stream()
                        .map(story.times()::of)
                        .map(story.translation()::of)
                        .toList();
        said.addAll(events);
        feed.publish(events, end);
        progress = new FeedProgress(progress.sent() + events.size(), step.endMicros());
    }

    private boolean due(long micros, Speed speed, long began) throws InterruptedException {
        long nanos = began + speed.realNanos(micros - story.startMicros());
        while (!cancelled.get() && nanos - System.nanoTime() > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(Math.min(LOOK.toNanos(), Math.max(0, nanos - System.nanoTime())));
        }
        return !cancelled.get();
    }

    /** When the story starts, microseconds since the epoch, UTC. */
    public long startMicros() {
        return story.startMicros();
    }

    /** Up to where everything is promised, in the time of Odoo; the end of the story at its end. */
    public long promisedMicros() {
        return promised;
    }

    /** How far the story is: deeds and words so far, and its time. */
    public FeedProgress progress() {
        return progress;
    }

    /** What became of commands until now. */
    public CommandCounts counts() {
        return counts;
    }

    /** Ends playing soon. */
    public void cancel() {
        cancelled.set(true);
    }

    /** After the end: time is the world's, and partners promise that they say nothing. */
    public void liveOn() {
        story.site().followTheWorld();
        feed.publish(List.of(), Micros.of(Instant.now()));
    }

    /** What differs between what Odoo holds now and what it was to hold; empty if nothing does. */
    public List<String> differences(Played played) throws IOException, InterruptedException {
        try {
            return new OdooCheck(story, played).differences();
        } catch (OdooException e) {
            throw new IOException("Odoo cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What was played, when every command has its result.
     *
     * @throws IllegalStateException if some have none after a while
     */
    public Played settle() throws IOException, InterruptedException {
        KafkaConnection kafka = run.kafka();
        List<OdooCommand> commands = Recording.records(kafka, run.registry(), Catalogue.COMMANDS);
        Set<String> asked = new HashSet<>();
        commands.forEach(command -> asked.add(command.getCommandId()));
        long end = System.nanoTime() + SETTLED.toNanos();
        List<OdooResult> results = List.of();
        Set<String> answered = new HashSet<>();
        boolean awaited = lockstep.updates();
        while (awaited && !answered.containsAll(asked) && System.nanoTime() < end) {
            results = Recording.records(kafka, run.registry(), Catalogue.RESULTS);
            results.forEach(result -> answered.add(result.getCommandId()));
        }
        List<TimedEvent> events = new ArrayList<>(said);
        events.addAll(Recording.events(kafka, run.registry(), Catalogue.ORDER_LINES));
        events.addAll(Recording.events(kafka, run.registry(), Catalogue.RECEIPTS));
        events.addAll(Recording.events(kafka, run.registry(), Catalogue.BILLS));
        return new Played(events, commands, results);
    }

    @Override
    public void close() throws IOException {
        feed.close();
        lockstep.close();
    }
}
