package io.milepost.cli.replay;

/**
 * A row of a log that could not be read.
 *
 * @param file the file
 * @param line line of the file on which the row ends, from 1
 * @param column the column by its name
 * @param expected what it should hold
 * @param found what it holds
 */
public record LogProblem(String file, long line, String column, String expected, String found) {

    /** The problem in words: where, what, expected and found. */
    public String message() {
        return file
                + " line "
                + line
                + ", column \""
                + column
                + "\": expected "
                + expected
                + " but found \""
                + found
                + "\"";
    }
}
