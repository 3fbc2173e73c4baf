package io.milepost.cli.policies;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.Milepost;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Table;
import io.milepost.events.SlaPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code milepost policies}. */
@Command(
        name = "policies",
        description =
                "Checks files of service-level rules, explains which applies, and publishes them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        subcommands = {
            ValidatePoliciesCommand.class,
            ExplainPoliciesCommand.class,
            ApplyPoliciesCommand.class
        })
public final class PoliciesCommand implements Callable<Integer> {

    @ParentCommand private Milepost milepost;
    @Spec private CommandSpec spec;

    /** The command that it is a part of. */
    Milepost milepost() {
        return milepost;
    }

    /** Reads files and folders; every problem of every file is told at once. */
    static List<SlaPolicy> read(List<Path> paths) throws InputException {
        try {
            return PolicyFiles.read(paths);
        } catch (IOException e) {
            throw new InputException("the policies cannot be used\n" + e.getMessage(), e);
        }
    }

    /** A table of rules. */
    static List<String> lines(List<SlaPolicy> policies) {
        Table table = new Table("RULE", "VERSION", "EXPECTS", "STARTED BY", "BASE", "SEVERITY");
        policies.forEach(
                policy ->
                        table.row(
                                policy.getVariant().isEmpty()
                                        ? policy.getRule()
                                        : policy.getRule() + "/" + policy.getVariant(),
                                policy.getVersion(),
                                policy.getExpects(),
                                policy.getStartedBy(),
                                policy.getBase(),
                                policy.getSeverity()));
        return table.lines();
    }

    /** A rule's version, for programs. */
    static Json json(SlaPolicy policy) {
        Json json = new Json().with("rule", policy.getRule());
        if (!policy.getVariant().isEmpty()) {
            json.with("variant", policy.getVariant());
        }
        return json.with("version", policy.getVersion());
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
