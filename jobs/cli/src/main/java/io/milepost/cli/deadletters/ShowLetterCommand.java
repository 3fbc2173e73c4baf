package io.milepost.cli.deadletters;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Terminal;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.Letter;
import io.milepost.kafka.deadletters.LetterReader;
import io.milepost.kafka.registry.RegistryFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost dead-letters show}. */
@Command(
        name = "show",
        description = {
            "Shows everything about one rejected record: cause, headers, bytes and, where it can be"
                    + " read, the event.",
            "",
            "The event and the bytes may hold prices and names; mind where you print them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ShowLetterCommand implements Callable<Integer> {

    @ParentCommand private DeadLettersCommand letters;

    @Parameters(
            paramLabel = "ADDRESS",
            converter = Address.Text.class,
            description = "Where the record lies: topic/partition/offset, as the list has it.")
    private Address address;

    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = letters.milepost().terminal();
        Brokers.Connections to = brokers.connections();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        List<Letter> found = new ArrayList<>();
        LetterReader reader = new LetterReader(to.kafka(), to.registry());
        reader.read(
                content -> content.getTopic().equals(address.topic()),
                letter -> {
                    if (letter.address().equals(address.text())) {
                        found.add(letter);
                    }
                });
        if (found.isEmpty()) {
            throw new IOException(address + ": expected a dead letter but found none");
        }
        // Told twice, if at all, by two jobs or without the guarantee; the last word counts.
        Letter letter = reader.completed(found.get(found.size() - 1));
        LetterReport report = new LetterReport(letter, event(letter, to.registry()));
        if (output.isJson()) {
            terminal.results().println(report.json());
        } else {
            report.lines().forEach(terminal.results()::println);
        }
        return ExitCodes.OK;
    }

    /** The event as JSON; {@code null} if it cannot be read. */
    private static String event(Letter letter, RegistryFactory registries) throws IOException {
        if (letter.value() == null) {
            return null;
        }
        try (SchemaRegistryClient registry = registries.open()) {
            return new AvroDecoder(registry).decode(letter.value()).toString();
        } catch (RejectedRecordException e) {
            // Why it cannot be read is what the letter itself tells.
            return null;
        }
    }
}
