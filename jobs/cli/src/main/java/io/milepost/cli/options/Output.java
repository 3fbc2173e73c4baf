package io.milepost.cli.options;

import io.milepost.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** How a result is written. */
public final class Output {

    /** The ways. */
    enum Format {
        /** Lines for people. */
        TEXT,
        /** JSON for programs: one object on one line. */
        JSON
    }

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the result is written: text or json (default: ${DEFAULT-VALUE}).")
    private Format format;

    /** Whether programs read the result. */
    public boolean isJson() {
        return format == Format.JSON;
    }

    /** A terminal as the result wants it: where programs read, no picture is drawn for people. */
    public Terminal on(Terminal terminal) {
        return isJson() ? terminal.withoutPictures() : terminal;
    }
}
