package io.milepost.cli.intake;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.Milepost;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code milepost intake}. */
@Command(
        name = "intake",
        description = {
            "Takes what partners send, over HTTP and from folders, and writes it to the topic"
                    + " partner.inbound. Answers a partner only when Kafka has everything.",
            "",
            "Runs until it is asked to end, by Ctrl-C or kill: then it lets nobody in, lets what is"
                    + " under way end, and ends with exit code 0."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
public final class IntakeCommand implements Callable<Integer> {

    @ParentCommand private Milepost milepost;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "flink-conf/intake.yaml",
            description = "Who may send, how, and where to (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(
            names = "--check",
            help = true,
            description = "Read the file, tell everything that is wrong with it, and do no more.")
    private boolean check;

    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = milepost.terminal();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        if (check) {
            checked(terminal, IntakeConfigReader.read(file));
            return ExitCodes.OK;
        }
        Brokers.Connections to = brokers.connections();
        QuietLogs.toPeople();
        GoodEnd end = GoodEnd.watch();
        try (IntakeService service = IntakeService.start(file, to, UnaryOperator.identity())) {
            terminal.results().println(output.isJson() ? service.json() : service);
            terminal.results().flush();
            end.await();
            terminal.people().println("stopping");
        } finally {
            end.done();
        }
        return ExitCodes.OK;
    }

    private void checked(Terminal terminal, IntakeConfig read) {
        long calling = read.partners().stream().filter(it -> !it.credentials().isEmpty()).count();
        long dropping = read.partners().stream().filter(it -> it.folder() != null).count();
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("valid", true)
                                    .with("partners", read.partners().size())
                                    .with("calling", calling)
                                    .with("folders", dropping));
            return;
        }
        terminal.results()
                .println(
                        file
                                + ": "
                                + read.partners().size()
                                + " partners, "
                                + calling
                                + " that call, "
                                + dropping
                                + " folders");
    }
}
