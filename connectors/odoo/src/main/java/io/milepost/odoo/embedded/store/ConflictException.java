package io.milepost.odoo.embedded.store;

/** A transaction that lost against another; the whole of it may be tried again. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * @param name the database's name of the error, for example {@code SerializationFailure}
     * @param message the database's words
     */
    public ConflictException(String name, String message) {
        super(message);
        this.name = name;
    }

    /** A record was changed by a transaction that this one does not see. */
    public static ConflictException concurrentUpdate() {
        return new ConflictException(
                "SerializationFailure", "could not serialize access due to concurrent update\n");
    }

    static ConflictException deadlock() {
        return new ConflictException("DeadlockDetected", "deadlock detected\n");
    }

    /** The error's name as Odoo tells it. */
    public String pythonName() {
        return "psycopg2.errors." + name;
    }
}
