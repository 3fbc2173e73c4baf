package io.milepost.partners.delivery;

/** A document that cannot be written in the partner's format. The message says what is wrong. */
public final class UnwritableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnwritableException(String message) {
        super(message);
    }

    UnwritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
