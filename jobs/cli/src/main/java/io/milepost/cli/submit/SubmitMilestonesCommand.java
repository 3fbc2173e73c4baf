package io.milepost.cli.submit;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.options.AtLeastOne;
import io.milepost.cli.options.Output;
import io.milepost.cli.terminal.Terminal;
import io.milepost.pipelines.milestones.MilestonesJob;
import io.milepost.pipelines.milestones.MilestonesSettings;
import io.milepost.pipelines.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code milepost submit milestones}. */
@Command(
        name = "milestones",
        description = {
            "Sends the job jar to a running Flink cluster, starts the milestones job and waits"
                    + " until every task of it runs.",
            "",
            "What follows the options below are the settings of the job, as --name=value or --name"
                + " value; they are checked here before anything is sent. The cluster shows them to"
                + " everybody, so secrets are given as references, never as values."
        },
        customSynopsis = "milepost submit milestones --cluster=URL [OPTIONS] --SETTING=VALUE...",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SubmitMilestonesCommand implements Callable<Integer> {

    @ParentCommand private SubmitCommand submit;

    @Option(
            names = "--cluster",
            paramLabel = "URL",
            required = true,
            description = "Address of the cluster's REST API, which is that of its web UI.")
    private String cluster;

    @Option(
            names = "--from-savepoint",
            paramLabel = "PATH",
            description = "Savepoint or retained checkpoint to go on from, as the cluster sees it.")
    private String savepoint;

    @Option(
            names = "--allow-non-restored",
            description = "Leave state behind that no operator of this job claims.")
    private boolean allowNonRestored;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "Another job jar than the one that comes with this command.")
    private Path jar;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            converter = AtLeastOne.class,
            description = "How long the tasks may take until they run (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    @Option(names = "--print-config", description = "Print the job's settings, and send nothing.")
    private boolean printConfig;

    @Mixin private Output output;

    @Unmatched private final List<String> settings = new ArrayList<>();

    /** The help lists the settings that the job itself knows. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingsHelp.of(MilestonesSettings.all()));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MilestonesSettings checked = checked();
        Terminal terminal = submit.milepost().terminal();
        if (printConfig) {
            terminal.results().print(checked.print());
            return ExitCodes.OK;
        }
        RunRequest request =
                new RunRequest(
                        MilestonesJob.class.getName(),
                        settings,
                        checked.parallelism(),
                        savepoint,
                        allowNonRestored);
        SubmitReport report = new SubmitReport(terminal.results(), output.isJson());
        Path file = JobJar.find(jar);
        try (FlinkRest rest = cluster()) {
            if (dryRun) {
                report.wouldSend(cluster, file, request);
                return ExitCodes.OK;
            }
            Submission submission = new Submission(rest, terminal.people()::println);
            report.runs(submission.submit(file, request, Duration.ofSeconds(waitSeconds)));
        }
        return ExitCodes.OK;
    }

    private FlinkRest cluster() throws InputException {
        try {
            return new FlinkRest(cluster);
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    /** The same checks as the job's own, so that nothing is sent that it would refuse. */
    private MilestonesSettings checked() throws InputException {
        try {
            MilestonesSettings parsed = MilestonesSettings.parse(settings.toArray(String[]::new));
            parsed.kafka();
            parsed.registry();
            return parsed;
        } catch (SettingsException | IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
    }
}
