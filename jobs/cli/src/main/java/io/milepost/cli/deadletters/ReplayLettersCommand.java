package io.milepost.cli.deadletters;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.kafka.deadletters.Letter;
import io.milepost.kafka.deadletters.LetterReader;
import io.milepost.kafka.deadletters.LetterReplay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost dead-letters replay}. */
@Command(
        name = "replay",
        description = {
            "Writes rejected records again where they lay, after whatever they were rejected for"
                    + " was repaired: the same bytes, key, headers and time, with one header more,"
                    + " milepost-replayed-from.",
            "",
            "One address, or all that the filters let through. Nothing is sent twice by one call; a"
                    + " record that is sent again by another is a duplicate to the job. Letters"
                    + " stay where they are."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ReplayLettersCommand implements Callable<Integer> {

    @ParentCommand private DeadLettersCommand letters;

    @Parameters(
            arity = "0..1",
            paramLabel = "ADDRESS",
            converter = Address.Text.class,
            description = "Where the record lies: topic/partition/offset, as the list has it.")
    private Address address;

    @Mixin private Filters filters;

    @Option(names = "--all", description = "Every letter there is, without a filter.")
    private boolean all;

    @Option(names = "--dry-run", description = "List exactly what would be sent, and send nothing.")
    private boolean dryRun;

    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        QuietLogs.take();
        Terminal terminal = letters.milepost().terminal();
        Brokers.Connections to = brokers.connections();
        requireOneChoice();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        LetterReader reader = new LetterReader(to.kafka(), to.registry());
        List<Letter> chosen = new ArrayList<>();
        for (Letter letter : chosen(reader, to.kafka().topicPrefix())) {
            chosen.add(reader.completed(letter).withoutValue());
        }
        List<Letter> possible = chosen.stream().filter(l -> l.obstacle().isEmpty()).toList();
        List<Letter> impossible = chosen.stream().filter(l -> l.obstacle().isPresent()).toList();
        int sent = dryRun ? 0 : send(reader, possible, to);
        if (output.isJson()) {
            terminal.results().println(json(sent, possible, impossible));
        } else {
            tell(terminal, sent, possible, impossible);
        }
        return impossible.isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private void requireOneChoice() throws InputException {
        int choices = (address == null ? 0 : 1) + (filters.areGiven() ? 1 : 0) + (all ? 1 : 0);
        if (choices != 1) {
            throw new InputException(
                    "which letters: expected an ADDRESS, or filters, or --all, but found "
                            + (choices == 0 ? "none of them" : "several of them"),
                    null);
        }
    }

    private List<Letter> chosen(LetterReader reader, String prefix) throws IOException {
        List<Letter> found = reader.list(filters.in(prefix));
        if (address == null) {
            return filters.limited(distinct(found));
        }
        List<Letter> one =
                found.stream().filter(l -> l.address().equals(address.text())).limit(1).toList();
        if (one.isEmpty()) {
            throw new IOException(address + ": expected a dead letter but found none");
        }
        return one;
    }

    private static List<Letter> distinct(List<Letter> letters) {
        Set<String> seen = new HashSet<>();
        return letters.stream().filter(letter -> seen.add(letter.address())).toList();
    }

    /** Reads the chosen letters once more, with their bytes, and sends each as it comes. */
    private static int send(LetterReader reader, List<Letter> chosen, Brokers.Connections to)
            throws IOException, InterruptedException {
        Set<String> wanted = chosen.stream().map(Letter::address).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return 0;
        }
        try (LetterReplay replay = new LetterReplay(to.kafka())) {
            reader.read(
                    content -> true,
                    letter -> {
                        if (wanted.remove(letter.address())) {
                            replay.send(reader.completed(letter));
                        }
                    });
            return replay.await();
        }
    }

    private Json json(int sent, List<Letter> possible, List<Letter> impossible) {
        return new Json()
                .with("dryRun", dryRun)
                .with("sent", sent)
                .with(
                        "records",
                        possible.stream().map(l -> LetterWords.summary(l).fields()).toList())
                .with(
                        "refused",
                        impossible.stream().map(l -> LetterWords.summary(l).fields()).toList());
    }

    private void tell(Terminal terminal, int sent, List<Letter> possible, List<Letter> impossible) {
        ListLettersCommand.table(possible).lines().forEach(terminal.results()::println);
        for (Letter letter : impossible) {
            terminal.people()
                    .println(letter.address() + ": not sent, " + letter.obstacle().orElseThrow());
        }
        terminal.people()
                .println(
                        dryRun
                                ? possible.size() + " would be sent, " + impossible.size() + " not"
                                : sent + " sent, " + impossible.size() + " refused");
    }
}
