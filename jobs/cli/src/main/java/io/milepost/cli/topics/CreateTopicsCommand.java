package io.milepost.cli.topics;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.kafka.admin.SchemaSetup;
import io.milepost.kafka.admin.SubjectReport;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.admin.TopicReport;
import io.milepost.kafka.admin.TopicSetup;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code milepost topics create}. */
@Command(
        name = "create",
        description = {
            "Creates the topics of the catalogue that are missing, registers every schema and sets"
                    + " how each subject may change.",
            "",
            "May run any number of times. A topic that exists is never changed: where it differs"
                    + " from the catalogue, nothing is created."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class CreateTopicsCommand implements Callable<Integer> {

    @ParentCommand private TopicsCommand topics;

    @Option(
            names = "--replication",
            paramLabel = "COUNT",
            defaultValue = "-1",
            description = "Replicas of each partition (default: what the brokers say).")
    private short replication;

    @Option(
            names = "--keep-for-ever",
            description =
                    "Keep every record however old it is: for replays, whose records would be"
                            + " deleted at once.")
    private boolean keepForEver;

    @Option(names = "--dry-run", description = "Say what would be created, and create nothing.")
    private boolean dryRun;

    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = topics.milepost().terminal();
        Brokers.Connections to = brokers.connections();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        Findings before = Findings.look(to);
        if (!before.obstacles().isEmpty()) {
            throw new IOException(
                    "the topics or schemas that exist differ from the catalogue; nothing was"
                            + " created\n"
                            + String.join("\n", before.obstacles()));
        }
        List<String> missing =
                before.topics().stream().filter(t -> !t.exists()).map(TopicReport::name).toList();
        List<String> subjects =
                before.subjects().stream()
                        .filter(subject -> !subject.differences().isEmpty())
                        .map(SubjectReport::subject)
                        .toList();
        if (!dryRun) {
            create(to);
        }
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("dryRun", dryRun)
                                    .with("topics", missing)
                                    .with("subjects", subjects));
            return ExitCodes.OK;
        }
        missing.forEach(name -> terminal.results().println("topic " + name));
        subjects.forEach(name -> terminal.results().println("subject " + name));
        before.notes().forEach(terminal.people()::println);
        terminal.people()
                .println(
                        "%d topics and %d subjects %s"
                                .formatted(
                                        missing.size(),
                                        subjects.size(),
                                        dryRun ? "would be set up" : "were set up"));
        return ExitCodes.OK;
    }

    private void create(Brokers.Connections to) throws IOException {
        String prefix = to.kafka().topicPrefix();
        try (Admin admin = to.kafka().openAdmin();
                SchemaRegistryClient registry = to.registry().open()) {
            new TopicSetup(admin, prefix).create(new TopicOptions(keepForEver, replication));
            new SchemaSetup(registry, prefix).register();
        }
    }
}
