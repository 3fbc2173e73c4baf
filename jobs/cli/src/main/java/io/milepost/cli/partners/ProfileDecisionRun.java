package io.milepost.cli.partners;

import io.milepost.cli.InputException;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.local.run.ProfileTopic;
import io.milepost.partners.profile.ProfileException;
import io.milepost.partners.publication.ProfileHistory;
import io.milepost.partners.publication.Publication;
import io.milepost.partners.publication.PublicationException;
import java.io.IOException;
import java.time.Instant;

/** Decides something of a profile on its topic, and tells what has become of it. */
final class ProfileDecisionRun {

    private ProfileDecisionRun() {}

    /** What is decided by all that was said of the profile. */
    @FunctionalInterface
    interface Step {

        PartnerProfileVersion next(Publication publication) throws IOException;
    }

    static void run(
            Terminal terminal,
            Output output,
            Brokers.Connections to,
            String profile,
            Decision decision,
            Step step)
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
                                                        profile, new ProfileHistory());
                                        history.versions().forEach(after::say);
                                        return step.next(
                                                new Publication(
                                                        history, decision.person(), Instant.now()));
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
                                    .formatted(profile, said.getVersion(), line.state()));
        }
    }
}
