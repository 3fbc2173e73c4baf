package io.milepost.cli.terminal;

/** Colours, or none. */
public enum Paint {
    /** Leaves texts as they are. */
    NONE,
    /** Wraps texts in ANSI escape sequences. */
    ANSI;

    /** What matters most. */
    public String strong(String text) {
        return wrap("1", text);
    }

    /** What matters least. */
    public String faint(String text) {
        return wrap("2", text);
    }

    /** What went well. */
    public String good(String text) {
        return wrap("32", text);
    }

    /** What wants to be looked at. */
    public String warning(String text) {
        return wrap("33", text);
    }

    /** What is wrong. */
    public String bad(String text) {
        return wrap("31", text);
    }

    /** An amount in a picture. */
    public String amount(String text) {
        return wrap("34", text);
    }

    /** What can be opened. */
    public String address(String text) {
        return wrap("36", text);
    }

    private String wrap(String code, String text) {
        return this == NONE ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
