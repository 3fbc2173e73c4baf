package io.milepost.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The size of a terminal.
 *
 * @param rows lines that it shows, at least 2
 * @param columns signs in a line, at least 20
 */
record Size(int rows, int columns) {

    static final Size USUAL = new Size(24, 80);

    private static final int LEAST_ROWS = 2;
    private static final int LEAST_COLUMNS = 20;
    private static final long PATIENCE_MILLIS = 500;

    /** Asks the terminal that this process belongs to; the usual size if nobody answers. */
    static Size ask() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return USUAL;
            }
            return parse(
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException noSuchProgram) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    /** Reads {@code 24 80}. */
    static Size parse(String answer) {
        if (!answer.strip().matches("\\d{1,5} \\d{1,5}")) {
            return USUAL;
        }
        String[] parts = answer.strip().split(" ");
        Size told = new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return told.rows >= LEAST_ROWS && told.columns >= LEAST_COLUMNS ? told : USUAL;
    }
}
