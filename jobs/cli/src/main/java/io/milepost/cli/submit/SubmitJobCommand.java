package io.milepost.cli.submit;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.options.AtLeastOne;
import io.milepost.cli.options.Output;
import io.milepost.cli.terminal.Terminal;
import io.milepost.pipelines.settings.JobSettings;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** What is common to the commands that bring a job onto a cluster; each job has one of its own. */
abstract class SubmitJobCommand implements Callable<Integer> {

    private final Class<?> main;
    private final List<Setting<?>> known;
    private final Function<String[], JobSettings> parse;

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

    /**
     * @param main the job's main class
     * @param known the settings that the job itself knows
     * @param parse reads them, as the job will
     */
    SubmitJobCommand(Class<?> main, List<Setting<?>> known, Function<String[], JobSettings> parse) {
        this.main = main;
        this.known = known;
        this.parse = parse;
    }

    /** The help lists the settings that the job itself knows. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingsHelp.of(known));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        JobSettings checked = checked();
        Terminal terminal = submit.milepost().terminal();
        if (printConfig) {
            terminal.results().print(checked.print());
            return ExitCodes.OK;
        }
        RunRequest request =
                new RunRequest(
                        main.getName(),
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
    private JobSettings checked() throws InputException {
        try {
            JobSettings parsed = parse.apply(settings.toArray(String[]::new));
            parsed.kafka();
            parsed.registry();
            return parsed;
        } catch (SettingsException | IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
    }
}
