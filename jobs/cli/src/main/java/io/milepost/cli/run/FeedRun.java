package io.milepost.cli.run;

import io.milepost.cli.terminal.Screen;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.Speed;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.views.Postings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Sends a feed through the milestones job on the embedded stack and shows how it goes. */
public final class FeedRun {

    private final String title;
    private final RunOptions options;
    private final List<SlaPolicy> policies;
    private final Speed speed;
    private final Terminal terminal;
    private final RunFolder folder;
    private final long began = System.nanoTime();

    /**
     * @param title what runs, in a few words
     * @param folder where the log is
     */
    public FeedRun(
            String title,
            RunOptions options,
            List<SlaPolicy> policies,
            Speed speed,
            Terminal terminal,
            RunFolder folder) {
        this.title = title;
        this.options = options;
        this.policies = List.copyOf(policies);
        this.speed = speed;
        this.terminal = terminal;
        this.folder = folder;
    }

    /**
     * Runs until the outputs are complete up to the end of the feed.
     *
     * @param feed is made while the stack starts
     * @throws IOException if something fails; everything is stopped
     * @throws InterruptedException if interrupted; everything is stopped
     */
    public Outcome complete(Supplier<Feed> feed) throws IOException, InterruptedException {
        return run(feed, "Ctrl-C stops everything.", false);
    }

    /**
     * Runs for ever: after the end of the feed the clock goes on with real time.
     *
     * @param feed is made while the stack starts
     * @throws IOException if something fails; everything is stopped
     * @throws InterruptedException if interrupted, which is how it ends; everything is stopped
     */
    public void live(Supplier<Feed> feed) throws IOException, InterruptedException {
        run(feed, pace(speed) + " Ctrl-C stops everything.", true);
    }

    private Outcome run(Supplier<Feed> feed, String hint, boolean live)
            throws IOException, InterruptedException {
        CompletableFuture<Feed> made = CompletableFuture.supplyAsync(feed);
        try (Screen screen = terminal.isInteractive() ? terminal.screen() : null;
                EmbeddedRun run = start(screen);
                Publishing publishing = publish(run, get(made))) {
            RunDisplay display = new RunDisplay(terminal, screen, summary(run, hint));
            RunLoop loop = new RunLoop(run, publishing, get(made), display);
            loop.untilSent();
            if (live) {
                loop.forEver();
            }
            loop.untilComplete();
            Books.awaitRules(run, policies.size());
            return new Outcome(
                    get(made),
                    publishing.report(),
                    policies.size(),
                    run.views().counts(),
                    Postings.of(run.views().statuses().values()),
                    Books.byPlainName(run.kafka(), run.views().accounts(), List.of()),
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private EmbeddedRun start(Screen screen) throws IOException, InterruptedException {
        try (StartDisplay display = new StartDisplay(title, terminal, screen)) {
            EmbeddedRun run = EmbeddedRun.start(options, policies, display);
            display.running();
            return run;
        }
    }

    private Publishing publish(EmbeddedRun run, Feed feed) {
        return new Publishing(
                run.publisher(speed, Heartbeats.everyMicros(speed), feed.endMicros()), feed);
    }

    private Summary summary(EmbeddedRun run, String hint) {
        return new Summary(
                title,
                List.of(
                        new Summary.Address("Flink web UI", run.stack().flinkUi().toString()),
                        new Summary.Address("Kafka", run.stack().bootstrapServers()),
                        new Summary.Address("Schema registry", run.stack().registryUrl()),
                        new Summary.Address("Log", folder.log().toString())),
                hint,
                terminal.glyphs(),
                terminal.paint());
    }

    /** How fast simulated time passes, in words. */
    static String pace(Speed speed) {
        return speed.isMax()
                ? "Simulated time runs as fast as it can."
                : "A second is "
                        + Words.span(Duration.ofMillis((long) (speed.factor() * 1_000)))
                        + " of simulated time.";
    }

    private static Feed get(CompletableFuture<Feed> made) throws IOException {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw new IOException("the events cannot be made: " + e.getCause(), e.getCause());
        }
    }
}
