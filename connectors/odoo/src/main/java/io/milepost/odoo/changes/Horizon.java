package io.milepost.odoo.changes;

/**
 * How far changes can be read. Odoo stamps a row with the start of its transaction, so that a row
 * may appear behind others that are newer; not behind this.
 *
 * @param completeMicros no row with a {@code write_date} before this can still appear
 * @param readToMicros rows before this are to be read now; later than the other when a transaction
 *     has been open for too long to wait for, and then what lies between is read again
 * @param lagMicros how far the first is behind the server's clock
 */
public record Horizon(long completeMicros, long readToMicros, long lagMicros) {

    /** Checks that nothing is left out. */
    public Horizon {
        if (readToMicros < completeMicros) {
            throw new IllegalArgumentException(
                    "horizon: expected to read to "
                            + completeMicros
                            + " or later but found "
                            + readToMicros);
        }
    }

    /** The same for a server that compares by whole seconds. */
    Horizon inWholeSeconds() {
        long complete = OdooTimes.wholeSecond(completeMicros);
        return new Horizon(
                complete,
                OdooTimes.wholeSecond(readToMicros),
                lagMicros + completeMicros - complete);
    }
}
