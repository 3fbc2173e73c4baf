package io.milepost.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How jobs run on this machine. */
public final class LocalRun {

    @Option(
            names = "--parallelism",
            paramLabel = "COUNT",
            defaultValue = "1",
            converter = AtLeastOne.class,
            description =
                    "Subtasks of each operator of what runs on this machine (default:"
                            + " ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description =
                    "Folder of data, which goes away at the end, and of logs, which stay (default:"
                            + " a new one among the temporary files, which goes away with its logs"
                            + " unless the run fails).")
    private Path work;

    /** Subtasks of each operator. */
    public int parallelism() {
        return parallelism;
    }

    /** The folder that was named; {@code null} for a new one. */
    public Path work() {
        return work;
    }
}
