package io.milepost.cli.policies;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.MilestoneName;
import io.milepost.events.SlaPolicy;
import io.milepost.state.Times;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost policies explain}. */
@Command(
        name = "explain",
        description = {
            "Says which version of which variant of each rule applies to a line and why, and when"
                    + " it is due.",
            "",
            "The line has the fields lineKey or company, vendor, category, warehouse, incoterm,"
                    + " currency, orderedAt, confirmedAt, firstPromiseAt, currentPromiseAt,"
                    + " openValue, and milestones with a time for each name. All but the company"
                    + " may be left out; a rule whose clock has not started is chosen as if it"
                    + " started now."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ExplainPoliciesCommand implements Callable<Integer> {

    @ParentCommand private PoliciesCommand policies;

    @Parameters(index = "0", paramLabel = "LINE-JSON", description = "A line, or a file with it.")
    private String line;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            description =
                    "YAML files of rules, or folders of such files (default: the rules that ship"
                            + " with this command).")
    private List<Path> files;

    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = policies.milepost().terminal();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        LineQuestion question = LineQuestionReader.read(line);
        List<Explanation> explanations = explain(question, RuleBook.of(rules(files)));
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with(
                                            "rules",
                                            explanations.stream()
                                                    .map(it -> it.json().fields())
                                                    .toList()));
        } else {
            explanations.stream()
                    .flatMap(it -> it.lines().stream())
                    .forEach(terminal.results()::println);
        }
        return ExitCodes.OK;
    }

    static List<Explanation> explain(LineQuestion line, RuleBook rules) {
        long now = Times.micros(Instant.now());
        return rules.names().stream()
                .map(
                        name ->
                                new Explanation(
                                        line,
                                        rules.choice(
                                                name,
                                                line.key(),
                                                line.order(),
                                                milestone -> started(line, milestone, now))))
                .toList();
    }

    private static long started(LineQuestion line, MilestoneName milestone, long now) {
        long reached = line.reached(milestone);
        return reached == Times.NONE ? now : reached;
    }

    private static List<Rule> rules(List<Path> files) throws IOException {
        List<SlaPolicy> read =
                files == null
                        ? PolicyFiles.bundled(PolicyFiles.DEFAULT)
                        : PoliciesCommand.read(files);
        try {
            return read.stream().map(Rule::of).toList();
        } catch (IllegalArgumentException e) {
            throw new InputException("the policies cannot be used\n" + e.getMessage(), e);
        }
    }
}
