package io.milepost.cli.deadletters;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Table;
import io.milepost.cli.terminal.Terminal;
import io.milepost.kafka.deadletters.Letter;
import io.milepost.kafka.deadletters.LetterReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code milepost dead-letters list}. */
@Command(
        name = "list",
        description = "Lists rejected records in the order in which they were rejected.",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ListLettersCommand implements Callable<Integer> {

    @ParentCommand private DeadLettersCommand letters;
    @Mixin private Filters filters;
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
        List<Letter> all =
                new LetterReader(to.kafka(), to.registry())
                        .list(filters.in(to.kafka().topicPrefix()));
        List<Letter> shown = filters.limited(all);
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("found", all.size())
                                    .with(
                                            "letters",
                                            shown.stream()
                                                    .map(l -> LetterWords.summary(l).fields())
                                                    .toList()));
            return ExitCodes.OK;
        }
        table(shown).lines().forEach(terminal.results()::println);
        terminal.people().println(shown.size() + " of " + all.size() + " letters");
        return ExitCodes.OK;
    }

    /** A table of letters. */
    static Table table(List<Letter> letters) {
        Table table = new Table("REJECTED AT", "REASON", "ADDRESS", "BYTES", "MESSAGE");
        for (Letter letter : letters) {
            table.row(
                    LetterWords.time(letter.content().getRejectedAt()),
                    letter.content().getReason(),
                    letter.address(),
                    letter.content().getValueLength(),
                    LetterWords.shortMessage(letter));
        }
        return table;
    }
}
