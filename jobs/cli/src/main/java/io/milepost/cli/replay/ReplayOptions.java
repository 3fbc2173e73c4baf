package io.milepost.cli.replay;

import io.milepost.cli.InputException;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.LocalRun;
import io.milepost.cli.options.PoliciesOption;
import io.milepost.cli.options.SpeedText;
import io.milepost.cli.run.Feed;
import io.milepost.cli.run.Outcome;
import io.milepost.cli.run.RunFolder;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How any log is replayed: where to, how fast, under which rules. */
final class ReplayOptions {

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

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "max",
            converter = SpeedText.class,
            description = "Simulated seconds per second, or max (default: ${DEFAULT-VALUE}).")
    private Speed speed;

    @Mixin private LocalRun local;
    @Mixin private PoliciesOption policies;

    /** Whether everything is started on this machine. */
    boolean isEmbedded() {
        return target.embedded;
    }

    /** How fast simulated time passes. */
    Speed speed() {
        return speed;
    }

    /** The folder that was named; {@code null} for a new one. */
    Path work() {
        return local.work();
    }

    /** The rules that were named, or those of the program under a name. */
    List<SlaPolicy> policies(String otherwise) throws IOException {
        return policies.read(otherwise);
    }

    /** Replays on this machine, to the end. */
    Outcome embedded(
            Terminal terminal, RunFolder folder, List<SlaPolicy> rules, Path file, Feed feed)
            throws IOException, InterruptedException {
        return new EmbeddedReplay(terminal, folder, rules)
                .run(file, feed, speed, local.parallelism());
    }

    /**
     * Checks what can be checked before anything starts.
     *
     * @throws InputException if the brokers cannot be reached as was said, with every problem
     */
    void check() throws InputException {
        if (!isEmbedded()) {
            target.brokers.connections();
        }
    }

    /**
     * A replay to the brokers that were named.
     *
     * @throws InputException if they cannot be reached as was said, with every problem
     */
    BrokerReplay brokers(Terminal terminal) throws InputException {
        Brokers.Connections to = target.brokers.connections();
        return new BrokerReplay(terminal, to.kafka(), to.registry());
    }

    /**
     * What is used of options that stand for something else when they are not given.
     *
     * @param rules name of the rules of the program
     */
    Map<String, String> effective(String rules) {
        return Map.of("policies", policies.source(rules));
    }
}
