package io.milepost.cli.terminal;

import java.io.PrintStream;
import java.util.List;

/** A picture of some lines that is redrawn in place; what was there before stays above it. */
public final class Screen implements AutoCloseable {

    private static final String ESCAPE = "\u001b[";
    private static final String HIDE_CURSOR = ESCAPE + "?25l";
    private static final String SHOW_CURSOR = ESCAPE + "?25h";
    private static final String CLEAR_LINE_END = ESCAPE + "K";
    private static final String CLEAR_BELOW = ESCAPE + "J";

    private final PrintStream stream;
    private final Size size;
    private int drawn;
    private boolean closed;

    Screen(PrintStream stream, Size size) {
        this.stream = stream;
        this.size = size;
    }

    /** Draws these lines where the former ones were; what does not fit is left out. */
    public synchronized void draw(List<String> lines) {
        if (closed) {
            return;
        }
        StringBuilder picture = new StringBuilder();
        if (drawn == 0) {
            picture.append(HIDE_CURSOR);
        } else {
            picture.append(ESCAPE).append(drawn).append('A');
        }
        picture.append('\r');
        List<String> fitting = lines.subList(0, Math.min(lines.size(), size.rows() - 1));
        for (String line : fitting) {
            picture.append(Clip.to(size.columns(), line)).append(CLEAR_LINE_END).append('\n');
        }
        stream.print(picture.append(CLEAR_BELOW));
        stream.flush();
        drawn = fitting.size();
    }

    /** Leaves the picture as it is; whatever is written now comes below it. */
    @Override
    public synchronized void close() {
        if (!closed && drawn > 0) {
            stream.print(SHOW_CURSOR);
            stream.flush();
        }
        closed = true;
    }
}
