package io.milepost.cli.demo;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.Milepost;
import io.milepost.cli.options.AtLeastOne;
import io.milepost.cli.options.LocalRun;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PoliciesOption;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.options.SpeedText;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.cli.run.Books;
import io.milepost.cli.run.JsonLine;
import io.milepost.cli.run.Outcome;
import io.milepost.cli.run.RunFolder;
import io.milepost.cli.run.Stoppable;
import io.milepost.cli.run.StoryRun;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Speed;
import io.milepost.local.odoo.CommandCounts;
import io.milepost.local.odoo.OdooServer;
import io.milepost.local.odoo.OdooStory;
import io.milepost.local.odoo.Partners;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code milepost demo}. */
@Command(
        name = "demo",
        description = {
            "Starts a Kafka broker, a schema registry, Flink with the jobs odoo-changes,"
                    + " milestones, odoo-updates, partner-intake and partner-delivery, the HTTP"
                    + " intake, and a double of an Odoo server on this machine, and shows half a"
                    + " year of a distributor's purchase-order lines moving through their"
                    + " milestones: people work in Odoo, orders go out to partners, they answer,"
                    + " and what that changes lands in Odoo.",
            "",
            "With --odoo-url the same is played in a real server, in minutes: what took days takes"
                    + " seconds, dates that lie ahead stay as many days ahead, and rules that count"
                    + " from the start of something are scaled.",
            "",
            "With --exit it ends when every result is there, compares them with those of an oracle"
                    + " that shares no code with the job, and prints them as one line of JSON on"
                    + " standard output. Its \"seconds\" are those since the command was started."
        },
        defaultValueProvider = DemoProperties.class,
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

    /** Simulated seconds per second: 20 hours, so that half a year takes about four minutes. */
    private static final Speed LIVING = new Speed(20 * 3_600);

    private static final int LINES = 500;

    /** A real server takes its time for each call. */
    private static final int LINES_IN_A_SERVER = 40;

    @ParentCommand private Milepost milepost;

    @Option(
            names = "--lines",
            paramLabel = "COUNT",
            converter = AtLeastOne.class,
            description = "Purchase-order lines (default: 500; with --odoo-url 40).")
    private Integer lines;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "42",
            description =
                    "What chance is drawn from; one seed always tells the same story (default:"
                            + " ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            converter = SpeedText.class,
            description =
                    "Simulated seconds per second, or max (default: 72000, which is 20 hours;"
                            + " with --exit: max).")
    private Speed speed;

    @Option(
            names = "--exit",
            description = "End when every result is there, with one line of JSON.")
    private boolean exit;

    @Option(
            names = "--partners",
            paramLabel = "HOW",
            converter = Speech.Text.class,
            description =
                    "How suppliers and carriers speak: edi, each in its own format (X12, EDIFACT,"
                            + " UBL, JSON) through the HTTP intake, and orders go out to them; or"
                            + " direct, as events that are written into their topics (default:"
                            + " edi; with --odoo-url direct).")
    private Speech partners;

    @Mixin private PortOptions ports;
    @Mixin private LocalRun local;
    @Mixin private DemoOdoo odoo;
    @Mixin private PoliciesOption policies;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = output.on(milepost.terminal());
        if (config.printed(terminal.results(), effective())) {
            return ExitCodes.OK;
        }
        OdooServer server = odoo.server(System.getenv()).orElse(null);
        return Stoppable.run(
                terminal,
                local.work(),
                folder -> run(terminal, folder, policies.read(PolicyFiles.SHOWCASE), server));
    }

    private Map<String, String> effective() {
        return Map.of(
                "lines",
                Integer.toString(lines(odoo.isNamed())),
                "speed",
                speed().toString(),
                "partners",
                speech(odoo.isNamed()).text(),
                "policies",
                policies.source(PolicyFiles.SHOWCASE));
    }

    /**
     * @param server {@code null} for the double
     */
    private int run(Terminal terminal, RunFolder folder, List<SlaPolicy> given, OdooServer server)
            throws IOException, InterruptedException {
        List<SlaPolicy> rules = server == null ? given : ScaledRules.of(given);
        int count = lines(server != null);
        StoryRun run =
                new StoryRun(
                        "Milepost demo: %d purchase-order lines, seed %d".formatted(count, seed),
                        ports.ports().options(local.parallelism(), folder),
                        rules,
                        speed(),
                        terminal,
                        folder,
                        speech(server != null) == Speech.EDI
                                ? Partners.inFormats(seed)
                                : Partners.DIRECT);
        StoryRun.Stage stage = () -> story(folder, count, server);
        if (!exit) {
            run.live(stage);
            return ExitCodes.OK;
        }
        StoryRun.Result result = run.complete(stage);
        Outcome outcome = result.outcome();
        CommandCounts odoo = result.played().counts();
        List<String> differences =
                Stream.of(
                                OracleComparison.differences(outcome, rules, odoo.rejected()),
                                Books.differences(outcome),
                                String.join(System.lineSeparator(), result.differences()))
                        .filter(difference -> !difference.isEmpty())
                        .toList();
        differences.forEach(terminal.people()::println);
        if (differences.isEmpty()) {
            terminal.people().println("Everything is as the oracle says, and the books balance.");
        }
        JsonLine line =
                outcome.json()
                        .with("odooApplied", odoo.applied())
                        .with("odooDuplicates", odoo.duplicates())
                        .with("odooConflicts", odoo.conflicts())
                        .with("odooRejected", odoo.rejected())
                        .seconds(outcome.took())
                        .with("warnings", outcome.counts().warnings());
        result.partners().ifPresent(partners -> line.with("partners", partners.json()));
        terminal.results().println(line.with("conservation", outcome.conservationJson()));
        return differences.isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    /** The speed that was asked for, or the one that suits how it ends. */
    Speed speed() {
        if (speed != null) {
            return speed;
        }
        return exit ? Speed.MAX : LIVING;
    }

    private Speech speech(boolean inAServer) {
        if (partners != null) {
            return partners;
        }
        return inAServer ? Speech.DIRECT : Speech.EDI;
    }

    private int lines(boolean inAServer) {
        if (lines != null) {
            return lines;
        }
        return inAServer ? LINES_IN_A_SERVER : LINES;
    }

    private OdooStory story(RunFolder folder, int count, OdooServer server)
            throws IOException, InterruptedException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        DistributorSimulation story = new DistributorSimulation(seed, count, now);
        return server == null
                ? OdooStory.embedded(
                        story, EmbeddedOdooOptions.version18(), folder.path().resolve("odoo"))
                : OdooStory.at(server, story);
    }
}
