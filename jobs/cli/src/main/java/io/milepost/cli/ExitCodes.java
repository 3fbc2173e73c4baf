package io.milepost.cli;

/** What the command's exit code says. */
public final class ExitCodes {

    /** It did what it was asked for. */
    public static final int OK = 0;

    /** Something failed; the message says what, where, and where the log is. */
    public static final int FAILED = 1;

    /** The command line, or a file that it names, is wrong; nothing was started. */
    public static final int USAGE = 2;

    /** What was found differs from what must be: the oracle, the books, the catalogue. */
    public static final int DIFFERENT = 3;

    /** It was asked to end, by Ctrl-C or kill; the JVM decides on this code, or a like one. */
    public static final int STOPPED = 130;

    private ExitCodes() {}
}
