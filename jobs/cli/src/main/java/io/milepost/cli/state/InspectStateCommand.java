package io.milepost.cli.state;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PoliciesOption;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.state.LineKey;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code milepost state inspect}. */
@Command(
        name = "inspect",
        description = {
            "Prints what the milestones job remembers of one purchase-order line, out of a"
                    + " savepoint or a retained checkpoint: facts, view, episodes, what was told,"
                    + " timers.",
            "",
            "It may hold prices and names; mind where you print it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class InspectStateCommand implements Callable<Integer> {

    @ParentCommand private StateCommand state;

    @Parameters(
            index = "0",
            paramLabel = "PATH",
            description = "Folder or URI of the savepoint or checkpoint, the one with _metadata.")
    private String path;

    @Parameters(
            index = "1",
            paramLabel = "LINE-KEY",
            converter = KeyText.class,
            description = "The line: instance/company/order id/line id.")
    private LineKey key;

    @Mixin private PoliciesOption policies;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = state.milepost().terminal();
        String rules = policies.source(PolicyFiles.DEFAULT);
        if (config.printed(terminal.results(), Map.of("policies", rules))) {
            return ExitCodes.OK;
        }
        RuleBook book = book(policies.read(PolicyFiles.DEFAULT));
        SavedLine line = LineSavepoint.open(path).read(key);
        Json document = LineDocument.of(line, book);
        terminal.results().println(output.isJson() ? document : document.indented());
        return ExitCodes.OK;
    }

    private static RuleBook book(List<SlaPolicy> policies) throws IOException {
        try {
            return RuleBook.of(policies.stream().map(Rule::of).toList());
        } catch (IllegalArgumentException e) {
            throw new InputException("the policies cannot be used\n" + e.getMessage(), e);
        }
    }

    /** Reads {@code main/1/4711/3}. */
    static final class KeyText implements ITypeConverter<LineKey> {
        @Override
        public LineKey convert(String text) {
            try {
                return LineKey.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
