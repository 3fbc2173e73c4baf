package io.milepost.odoo.changes;

/** A record of Odoo that no event can be made of; the message says what is missing or too much. */
final class UnmappableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnmappableException(String message) {
        super(message);
    }

    /** A value that must be there. */
    static <T> T require(String what, T value) throws UnmappableException {
        if (value == null) {
            throw new UnmappableException(what + ": expected a value but found none");
        }
        return value;
    }
}
