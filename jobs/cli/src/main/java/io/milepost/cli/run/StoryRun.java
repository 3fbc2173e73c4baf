package io.milepost.cli.run;

import io.milepost.cli.terminal.Screen;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.feed.Speed;
import io.milepost.local.odoo.OdooPlay;
import io.milepost.local.odoo.OdooStory;
import io.milepost.local.odoo.Partners;
import io.milepost.local.odoo.Played;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.views.Postings;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Plays a story round an Odoo, on the embedded stack, and shows how it goes. */
public final class StoryRun {

    private final String title;
    private final RunOptions options;
    private final List<SlaPolicy> policies;
    private final Speed speed;
    private final Terminal terminal;
    private final RunFolder folder;
    private final Partners partners;
    private final long began = System.nanoTime();

    /** Makes the story, and the Odoo that it is played in, ready. */
    @FunctionalInterface
    public interface Stage {
        /**
         * Makes them ready.
         *
         * @throws IOException if Odoo cannot be prepared
         */
        OdooStory set() throws IOException, InterruptedException;
    }

    /**
     * What came of it.
     *
     * @param outcome as of any run; its feed is what the topics hold
     * @param played commands and results
     * @param partners what went to and fro between partners and us
     * @param differences between what Odoo holds and what it was to hold, and between what partners
     *     said and what was heard
     */
    public record Result(
            Outcome outcome,
            Played played,
            Optional<PartnerBooks> partners,
            List<String> differences) {

        /** Keeps its own copy. */
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /**
     * @param title what runs, in a few words
     * @param folder where the log is
     * @param partners how suppliers and carriers speak
     */
    public StoryRun(
            String title,
            RunOptions options,
            List<SlaPolicy> policies,
            Speed speed,
            Terminal terminal,
            RunFolder folder,
            Partners partners) {
        this.title = title;
        this.options = OdooPlay.room(options);
        this.policies = List.copyOf(policies);
        this.speed = speed;
        this.terminal = terminal;
        this.folder = folder;
        this.partners = partners;
    }

    /**
     * Runs until the outputs are complete up to the end of the story and every command has its
     * result.
     *
     * @param stage is set while the stack starts
     * @throws IOException if something fails; everything is stopped
     * @throws InterruptedException if interrupted; everything is stopped
     */
    public Result complete(Stage stage) throws IOException, InterruptedException {
        return run(stage, "Ctrl-C stops everything.", false);
    }

    /**
     * Runs for ever: after the end of the story the clock goes on with real time.
     *
     * @param stage is set while the stack starts
     * @throws IOException if something fails; everything is stopped
     * @throws InterruptedException if interrupted, which is how it ends; everything is stopped
     */
    public void live(Stage stage) throws IOException, InterruptedException {
        run(stage, FeedRun.pace(speed) + " Ctrl-C stops everything.", true);
    }

    private Result run(Stage stage, String hint, boolean live)
            throws IOException, InterruptedException {
        CompletableFuture<OdooStory> set = CompletableFuture.supplyAsync(() -> set(stage));
        try (Screen screen = terminal.isInteractive() ? terminal.screen() : null;
                EmbeddedRun run = start(screen);
                OdooStory story = get(set);
                Playing playing = new Playing(OdooPlay.on(story, run, options, partners), speed)) {
            RunDisplay display = new RunDisplay(terminal, screen, summary(run, story, hint));
            Feed span = new Feed(List.of(), story.startMicros(), story.endMicros());
            RunLoop loop = new RunLoop(run, playing, span, display);
            loop.untilSent();
            if (live) {
                loop.forEver();
            }
            loop.untilComplete();
            return result(run, playing);
        } finally {
            // Also where the stack did not start.
            set.thenAccept(OdooStory::close);
        }
    }

    private Result result(EmbeddedRun run, Playing playing)
            throws IOException, InterruptedException {
        Played played = playing.play().settle();
        Books.awaitRules(run, policies.size());
        Books.awaitCommands(run, played.commands().size());
        Optional<PartnerBooks> books = PartnerBooks.of(run, playing.play().partnerFigures());
        FeedReport sent = playing.report();
        Outcome outcome =
                new Outcome(
                        new Feed(
                                played.events(),
                                playing.play().startMicros(),
                                playing.play().promisedMicros()),
                        new FeedReport(
                                played.events().size(),
                                sent.heartbeats(),
                                sent.behindPromise(),
                                sent.cancelled()),
                        policies.size(),
                        run.views().counts(),
                        Postings.of(run.views().statuses().values()),
                        Books.byPlainName(
                                run.kafka(),
                                run.views().accounts(job -> !PartnerBooks.JOBS.contains(job)),
                                List.of(Catalogue.COMMANDS)),
                        Duration.ofNanos(System.nanoTime() - began));
        List<String> differences = new ArrayList<>(playing.play().differences(played));
        if (!differences.isEmpty()) {
            differences.add(0, "Odoo does not hold what it was to hold:");
        }
        List<String> lost = new ArrayList<>(playing.play().partnerDifferences());
        books.ifPresent(it -> lost.addAll(it.differences()));
        if (!lost.isEmpty()) {
            differences.add("What partners said is not what was heard:");
            differences.addAll(lost);
        }
        return new Result(outcome, played, books, differences);
    }

    private EmbeddedRun start(Screen screen) throws IOException, InterruptedException {
        try (StartDisplay display = new StartDisplay(title, terminal, screen)) {
            EmbeddedRun run = EmbeddedRun.start(options, policies, display);
            display.running();
            return run;
        }
    }

    private Summary summary(EmbeddedRun run, OdooStory story, String hint) {
        return new Summary(
                title,
                List.of(
                        new Summary.Address("Flink web UI", run.stack().flinkUi().toString()),
                        new Summary.Address("Kafka", run.stack().bootstrapServers()),
                        new Summary.Address("Schema registry", run.stack().registryUrl()),
                        new Summary.Address(story.name(), story.url()),
                        new Summary.Address("Log", folder.log().toString())),
                hint,
                terminal.glyphs(),
                terminal.paint());
    }

    private static OdooStory set(Stage stage) {
        try {
            return stage.set();
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private static OdooStory get(CompletableFuture<OdooStory> set)
            throws IOException, InterruptedException {
        try {
            return set.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(
                    "the story cannot be made ready: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
