package io.milepost.partners.edi;

/**
 * Where in the text as it was sent a transaction begins.
 *
 * @param line line of its first segment, from 1
 * @param column column in that line, from 1
 */
public record Origin(int line, int column) {

    /** For a text that was not cut from a longer one. */
    public static final Origin START = new Origin(1, 1);
}
