package io.milepost.cli.run;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.terminal.Terminal;
import io.milepost.local.stack.PortInUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs something in a work folder that Ctrl-C may stop at any time, also during its start. */
public final class Stoppable {

    /** What runs, until it is done or interrupted. */
    @FunctionalInterface
    public interface Body {
        /**
         * Runs.
         *
         * @return the exit code
         */
        int run(RunFolder folder) throws IOException, InterruptedException;
    }

    private Stoppable() {}

    /**
     * Runs to the end, or until the process is asked to end. A new work folder is deleted then,
     * unless the run failed; people are told where the log of a failed run is.
     *
     * @param named the work folder; {@code null} for a new one
     * @return the exit code
     */
    public static int run(Terminal terminal, Path named, Body body)
            throws IOException, InterruptedException {
        long[] asked = new long[1];
        try (StopSignal signal =
                StopSignal.forThisThread(
                        () -> {
                            asked[0] = System.nanoTime();
                            terminal.endPicture();
                            terminal.people().println("\nStopping ...");
                        })) {
            try (RunFolder folder = RunFolder.open(named)) {
                return run(terminal, signal, folder, body);
            } catch (IOException | InterruptedException | RuntimeException e) {
                if (!signal.isAsked()) {
                    throw e;
                }
                Duration took = Duration.ofNanos(System.nanoTime() - asked[0]);
                terminal.people()
                        .println(
                                "Stopped after "
                                        + Words.seconds(took)
                                        + "; nothing is left running.");
                return ExitCodes.STOPPED;
            }
        }
    }

    private static int run(Terminal terminal, StopSignal signal, RunFolder folder, Body body)
            throws IOException, InterruptedException {
        try {
            int code = body.run(folder);
            if (code == ExitCodes.OK) {
                putAway(terminal, folder);
            } else {
                terminal.people().println("The log is " + folder.log());
            }
            return code;
        } catch (InputException | PortInUseException e) {
            putAway(terminal, folder);
            throw e;
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (signal.isAsked()) {
                putAway(terminal, folder);
            }
            throw e;
        }
    }

    private static void putAway(Terminal terminal, RunFolder folder) {
        try {
            folder.discard();
        } catch (IOException e) {
            // Neither the result of the run nor what went wrong before is less true.
            terminal.people().println(folder.path() + " cannot be deleted: " + e.getMessage());
        }
    }
}
