package io.milepost.odoo.embedded.store;

/** A value that only one record may have is taken. */
public final class UniqueViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In the words of the database. */
    public UniqueViolationException(String constraint, String fields, String values) {
        super(
                """
                duplicate key value violates unique constraint "%s"
                DETAIL:  Key (%s)=(%s) already exists.
                """
                        .formatted(constraint, fields, values));
    }
}
