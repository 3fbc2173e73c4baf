package io.milepost.state.line;

/**
 * How many facts of a line stay in its own value. A short line is one value; a long line's older
 * facts are stored away in batches, so that most facts cost one value and some cost an entry each.
 *
 * @param most with more facts than this, older ones are stored away
 * @param kept how many stay then; at least 1
 */
public record Window(int most, int kept) {

    /** What the job runs with; chosen by measuring. */
    public static final Window DEFAULT = new Window(16, 8);

    /** Checks the bounds. */
    public Window {
        if (kept < 1 || most < kept) {
            throw new IllegalArgumentException(
                    "window: expected 1 <= kept <= most but found " + kept + " and " + most);
        }
    }

    /** How many of so many facts are stored away now. */
    int settles(int facts) {
        return facts > most ? facts - kept : 0;
    }
}
