package io.milepost.cli.replay;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.cli.run.Feed;
import io.milepost.cli.run.JsonLine;
import io.milepost.cli.run.Outcome;
import io.milepost.cli.run.RunFolder;
import io.milepost.cli.run.Stoppable;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.local.views.Postings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost replay bpic2019}. */
@Command(
        name = "bpic2019",
        description = {
            "Replays a log in the form of the BPI Challenge 2019: what was done to the items of"
                    + " purchase orders, one event a row, whatever the item category.",
            "",
            "With --embedded everything it needs is started on this machine, and one line of JSON"
                + " says what came out. With --bootstrap-servers the events are sent to a running"
                + " Kafka, whose topics must keep records of the past and whose registry must hold"
                + " the schemas, and one line of JSON says what was sent."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
public final class BpiCommand implements Callable<Integer> {

    @ParentCommand private ReplayCommand replay;

    @Parameters(
            paramLabel = "FILE",
            description = "The log, comma-separated values, plain or compressed with gzip.")
    private Path file;

    @Mixin private ReplayOptions options;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = output.on(replay.milepost().terminal());
        options.check();
        if (config.printed(terminal.results(), options.effective(PolicyFiles.BPIC2019))) {
            return ExitCodes.OK;
        }
        return Stoppable.run(terminal, options.work(), folder -> run(terminal, folder));
    }

    private int run(Terminal terminal, RunFolder folder) throws IOException, InterruptedException {
        List<SlaPolicy> rules = options.policies(PolicyFiles.BPIC2019);
        BpiLog log = LogTable.named(file, BpiLog::read);
        BpiFeed bpi = BpiFeed.of(log);
        BpiReport.lines(log, bpi).forEach(terminal.people()::println);
        Feed feed = Feed.of(bpi.events(), bpi.endMicros());
        if (!options.isEmbedded()) {
            terminal.results()
                    .println(options.brokers(terminal).run(bpi.lines(), feed, options.speed()));
            return ExitCodes.OK;
        }
        Outcome outcome = options.embedded(terminal, folder, rules, file, feed);
        terminal.results().println(json(outcome));
        return EmbeddedReplay.exitCode(outcome);
    }

    static JsonLine json(Outcome outcome) {
        Postings postings = outcome.postings();
        return EmbeddedReplay.json(outcome)
                .with("receipts", postings.receipts())
                .with("receiptsReversed", postings.receiptsReversed())
                .with("serviceEntries", postings.serviceEntries())
                .with("invoices", postings.bills())
                .with("invoicesReversed", postings.billsReversed())
                .with("payments", postings.payments())
                .with("linesWithReceipt", postings.linesWithReceipt())
                .with("linesWithInvoice", postings.linesWithBill());
    }
}
