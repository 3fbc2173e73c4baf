package io.milepost.local.odoo;

/**
 * How the suppliers and carriers of a story speak.
 *
 * @param formats whether each speaks its own format to the intake; else their events are written as
 *     partner-intake would
 * @param seed what they are dealt to formats by
 * @param lost the story's id of a supplier whose messages get lost, as it is wrong on purpose;
 *     {@code null} for none
 */
public record Partners(boolean formats, long seed, String lost) {

    /** Their events are written into the topics: nobody reads or writes formats. */
    public static final Partners DIRECT = new Partners(false, 0, null);

    /** Each speaks the format that a seed deals it. */
    public static Partners inFormats(long seed) {
        return new Partners(true, seed, null);
    }

    /** The same with a supplier whose messages get lost: for the test that must turn red. */
    public Partners losing(String supplier) {
        return new Partners(formats, seed, supplier);
    }
}
