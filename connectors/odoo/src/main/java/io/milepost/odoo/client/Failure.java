package io.milepost.odoo.client;

/** What a failed call means for its caller. */
public enum Failure {
    /**
     * The server took nothing in and may do so later: a conflict that it gave up on, a database
     * down.
     */
    RETRYABLE,
    /** The server took nothing in and never will: a refusal by its rules, an error in the call. */
    REFUSED,
    /**
     * Nothing will work until a person changes the configuration: wrong key, database or rights.
     */
    FATAL_CONFIGURATION,
    /** The server may have taken it in or not: the connection broke, or no answer came in time. */
    OUTCOME_UNKNOWN
}
