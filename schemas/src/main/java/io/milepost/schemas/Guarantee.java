package io.milepost.schemas;

/** What a reader of a topic may rely on. */
public enum Guarantee {
    /** Each effect once for readers with {@code isolation.level=read_committed}. */
    EXACTLY_ONCE("exactly once for read_committed readers"),
    /** Never lost, perhaps repeated, with the same identity. */
    AT_LEAST_ONCE("at least once, repeated with the same identity"),
    /** Written from outside; its writers decide. */
    BY_WRITER("by its writers; a repeat has the same identity");

    private final String words;

    Guarantee(String words) {
        this.words = words;
    }

    /** The guarantee in words, for documentation. */
    public String words() {
        return words;
    }
}
