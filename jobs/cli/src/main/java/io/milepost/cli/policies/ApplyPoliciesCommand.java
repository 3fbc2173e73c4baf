package io.milepost.cli.policies;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.local.run.PolicyPublisher;
import io.milepost.state.sla.Selectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost policies apply}. */
@Command(
        name = "apply",
        description = {
            "Publishes the versions of rules that are new; running jobs take them at once.",
            "",
            "A version that was published is never changed: if a file says something else of it,"
                    + " nothing is published. Give the rule a new version instead."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ApplyPoliciesCommand implements Callable<Integer> {

    @ParentCommand private PoliciesCommand policies;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "YAML files of rules, or folders of such files.")
    private List<Path> files;

    @Option(names = "--dry-run", description = "Say what would be published, and publish nothing.")
    private boolean dryRun;

    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        QuietLogs.take();
        Terminal terminal = policies.milepost().terminal();
        Brokers.Connections to = brokers.connections();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        List<SlaPolicy> read = PoliciesCommand.read(files);
        PublishedPolicies published = PublishedPolicies.read(to.kafka(), to.registry());
        List<SlaPolicy> fresh = fresh(read, published);
        if (!dryRun) {
            PolicyPublisher.publish(to.kafka(), to.registry(), fresh);
        }
        int unchanged = read.size() - fresh.size();
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("dryRun", dryRun)
                                    .with("published", rules(fresh))
                                    .with("unchanged", unchanged));
            return ExitCodes.OK;
        }
        PoliciesCommand.lines(fresh).forEach(terminal.results()::println);
        terminal.people()
                .println(
                        "%d %s, %d there already"
                                .formatted(
                                        fresh.size(),
                                        dryRun ? "would be published" : "published",
                                        unchanged));
        return ExitCodes.OK;
    }

    /**
     * Those that are not there yet.
     *
     * @throws InputException if one is there with other content; all are named
     */
    static List<SlaPolicy> fresh(List<SlaPolicy> read, PublishedPolicies published)
            throws InputException {
        List<String> differences =
                read.stream().flatMap(policy -> published.differences(policy).stream()).toList();
        if (!differences.isEmpty()) {
            throw new InputException(
                    "versions that were published cannot change; nothing was published\n"
                            + String.join("\n", differences),
                    null);
        }
        List<String> overlaps =
                read.stream().flatMap(policy -> overlap(policy, published).stream()).toList();
        if (!overlaps.isEmpty()) {
            throw new InputException(
                    "variants of a rule must differ in what they select; nothing was published\n"
                            + String.join("\n", overlaps),
                    null);
        }
        return read.stream().filter(policy -> !published.has(policy)).toList();
    }

    private static Optional<String> overlap(SlaPolicy policy, PublishedPolicies published) {
        return published
                .overlapping(policy)
                .map(
                        other ->
                                "rule %s version %d.selector: expected another selector than that of %s version %d but found the same: %s"
                                        .formatted(
                                                PublishedPolicies.named(policy),
                                                policy.getVersion(),
                                                PublishedPolicies.named(other),
                                                other.getVersion(),
                                                Selectors.inWords(policy.getSelector())));
    }

    private static List<Map<String, Object>> rules(List<SlaPolicy> policies) {
        return policies.stream().map(policy -> PoliciesCommand.json(policy).fields()).toList();
    }
}
