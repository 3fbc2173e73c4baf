package io.milepost.cli.partners;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.local.run.ProfileTopic;
import io.milepost.partners.profile.ProfileException;
import io.milepost.partners.publication.ProfileHistory;
import io.milepost.partners.publication.Publication;
import io.milepost.partners.publication.PublicationException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that decides something of a profile on its topic, and tells what has become of it. */
abstract class DecisionCommand implements Callable<Integer> {

    @ParentCommand private PartnerCommand partner;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description =
                    "Who decides it; the user of the operating system if not given. It is recorded,"
                            + " not proved: who may write to the topic is for the brokers to say.")
    private String person = System.getProperty("user.name");

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; recorded with it.")
    private String reason;

    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    /** What is decided by all that was said of a profile. */
    @FunctionalInterface
    interface Step {

        PartnerProfileVersion next(Publication publication, String reason) throws IOException;
    }

    /**
     * A step in the life of a profile.
     *
     * @param profile its name
     * @param step what is decided of it
     */
    record Decision(String profile, Step step) {}

    /**
     * What the command decides; asked for when its options are known.
     *
     * @throws InputException if what is decided about cannot be read
     */
    abstract Decision decision() throws IOException;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = partner.milepost().terminal();
        Brokers.Connections to = brokers.connections();
        if (!config.printed(terminal.results())) {
            decide(terminal, to, decision());
        }
        return ExitCodes.OK;
    }

    private void decide(Terminal terminal, Brokers.Connections to, Decision decision)
            throws IOException {
        ProfileHistory after = new ProfileHistory();
        PartnerProfileVersion said;
        try {
            said =
                    new ProfileTopic(to.kafka(), to.registry())
                            .decide(
                                    histories -> {
                                        ProfileHistory history =
                                                histories.getOrDefault(
                                                        decision.profile(), new ProfileHistory());
                                        history.versions().forEach(after::say);
                                        return decision.step()
                                                .next(
                                                        new Publication(
                                                                history, person, Instant.now()),
                                                        reason);
                                    });
        } catch (PublicationException | ProfileException e) {
            throw new InputException("nothing was published\n" + e.getMessage(), e);
        }
        after.say(said);
        ProfileLine line =
                ProfileLine.of(after).stream()
                        .filter(it -> it.is(said.getVersion()))
                        .findFirst()
                        .orElseThrow();
        if (output.isJson()) {
            terminal.results().println(line.json());
        } else {
            terminal.results()
                    .println(
                            "%s version %d: %s"
                                    .formatted(
                                            decision.profile(), said.getVersion(), line.state()));
        }
    }
}
