package io.milepost.local.feed;

/** A feed could not be published; the message says which record, and what the broker answered. */
public final class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public FeedException(String message) {
        super(message);
    }

    /** With a message for people and what was thrown. */
    public FeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
