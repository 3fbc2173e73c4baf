package io.milepost.cli.replay;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.options.AtLeastOne;
import io.milepost.cli.options.PoliciesOption;
import io.milepost.cli.options.SpeedText;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.cli.run.Feed;
import io.milepost.cli.run.RunFolder;
import io.milepost.cli.run.Stoppable;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost replay scms}. */
@Command(
        name = "scms",
        description = {
            "Replays the SCMS delivery history: 10,324 order lines of the years 2006 to 2015, each"
                    + " with its promise, its delivery and the day on which that was recorded.",
            "",
            "With --embedded everything it needs is started on this machine, and one line of JSON"
                    + " says what came out. With --bootstrap-servers the events are sent to a"
                    + " running Kafka, whose topics must keep records of the past, and one line of"
                    + " JSON says what was sent."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
public final class ScmsCommand implements Callable<Integer> {

    @ParentCommand private ReplayCommand replay;

    @Parameters(paramLabel = "FILE", description = "The log, comma-separated values.")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Target target;

    /** Where the events go: exactly one of these. */
    static final class Target {
        @Option(
                names = "--embedded",
                required = true,
                description = "Start Kafka, a registry and Flink with the job on this machine.")
        private boolean embedded;

        @ArgGroup(exclusive = false)
        private Brokers brokers;
    }

    /** A running Kafka. */
    static final class Brokers {
        @Option(
                names = "--bootstrap-servers",
                paramLabel = "HOST:PORT,...",
                required = true,
                description = "Kafka brokers.")
        private String bootstrapServers;

        @Option(
                names = "--registry-url",
                paramLabel = "URL,...",
                split = ",",
                required = true,
                description =
                        "Schema registry with the Confluent API, which holds the schemas already.")
        private List<String> registryUrls;

        @Option(
                names = "--topic-prefix",
                paramLabel = "PREFIX",
                defaultValue = "",
                description = "What this environment puts before every topic's name.")
        private String topicPrefix = "";
    }

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "max",
            converter = SpeedText.class,
            description = "Simulated seconds per second, or max (default: ${DEFAULT-VALUE}).")
    private Speed speed;

    @Option(
            names = "--parallelism",
            paramLabel = "COUNT",
            defaultValue = "1",
            converter = AtLeastOne.class,
            description =
                    "Subtasks of each operator of the embedded job (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description =
                    "Folder of data, which goes away at the end, and of logs, which stay (default:"
                            + " a new one among the temporary files).")
    private Path work;

    @Mixin private PoliciesOption policies;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return Stoppable.run(replay.milepost().terminal(), work, this::run);
    }

    private int run(RunFolder folder) throws IOException, InterruptedException {
        Terminal terminal = replay.milepost().terminal();
        List<SlaPolicy> rules = policies.read(PolicyFiles.SCMS);
        ScmsLog log = read();
        ScmsFeed scms = ScmsFeed.of(log);
        ScmsReport.lines(log, scms).forEach(terminal.people()::println);
        Feed feed = Feed.of(scms.events(), scms.endMicros());
        if (!target.embedded) {
            terminal.results().println(brokers(terminal).run(log.rows().size(), feed, speed));
            return ExitCodes.OK;
        }
        EmbeddedReplay.Result result =
                new EmbeddedReplay(terminal, folder, rules).run(file, feed, speed, parallelism);
        terminal.results().println(result.json());
        return result.exitCode();
    }

    private ScmsLog read() throws InputException {
        try {
            return ScmsLog.read(file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new InputException(file + ": expected a file but found nothing", e);
        } catch (IOException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    private BrokerReplay brokers(Terminal terminal) throws InputException {
        Brokers to = target.brokers;
        try {
            return new BrokerReplay(
                    terminal,
                    KafkaConnection.plain(to.bootstrapServers, to.topicPrefix),
                    new RegistryConnection(to.registryUrls, java.util.Map.of()));
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
    }
}
