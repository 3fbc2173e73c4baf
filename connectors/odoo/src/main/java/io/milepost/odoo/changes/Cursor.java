package io.milepost.odoo.changes;

/**
 * How far a stream was read.
 *
 * @param complete every row written before this was told; microseconds since 1970
 * @param readTo where the last window ended; later than the other when rows were told early
 * @param window the window that is being read; {@code null} between two
 * @param model the place of the model that is being read, among the stream's models
 * @param lastId the id up to which its rows in the window were told
 */
record Cursor(long complete, long readTo, Window window, int model, long lastId) {

    /** Nothing was read. */
    static final Cursor START = new Cursor(0, 0, null, 0, 0);

    /**
     * A half-open stretch of time.
     *
     * @param from the first microsecond in it; 0 for the beginning of all
     * @param to the first microsecond after it
     * @param complete before which nothing can still appear
     */
    record Window(long from, long to, long complete) {}

    Cursor open(Horizon horizon) {
        Window next = new Window(complete, horizon.readToMicros(), horizon.completeMicros());
        return new Cursor(complete, readTo, next, 0, 0);
    }

    Cursor after(long id) {
        return new Cursor(complete, readTo, window, model, id);
    }

    Cursor nextModel() {
        return new Cursor(complete, readTo, window, model + 1, 0);
    }

    Cursor close() {
        return new Cursor(Math.max(complete, window.complete()), window.to(), null, 0, 0);
    }
}
