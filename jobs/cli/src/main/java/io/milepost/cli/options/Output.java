package io.milepost.cli.options;

import picocli.CommandLine.Option;

/** How a result is written. */
public final class Output {

    /** The ways. */
    public enum Format {
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
}
