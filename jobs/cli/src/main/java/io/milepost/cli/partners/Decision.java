package io.milepost.cli.partners;

import picocli.CommandLine.Option;

/** Who decides something of a profile, and why. */
final class Decision {

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

    String person() {
        return person;
    }

    String reason() {
        return reason;
    }
}
