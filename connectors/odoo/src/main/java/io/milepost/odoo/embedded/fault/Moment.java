package io.milepost.odoo.embedded.fault;

/** When something goes wrong in a call. */
public enum Moment {
    /** Before the transaction begins. */
    BEFORE,
    /** When all is written and nothing committed. */
    BEFORE_COMMIT,
    /** After the commit and before the answer. */
    AFTER_COMMIT
}
