package io.milepost.odoo.client;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A call that Odoo did not answer with a result. */
public final class OdooException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final String error;
    private final Duration retryAfter;

    /**
     * @param failure what it means for the caller
     * @param error the server's name of the error, for example {@code odoo.exceptions.UserError};
     *     {@code null} if it gave none
     * @param message what happened, where, without secrets
     * @param retryAfter how long the server asked to wait; {@code null} if it did not
     * @param cause {@code null} if none
     */
    public OdooException(
            Failure failure, String error, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.failure = Objects.requireNonNull(failure, "failure");
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /** What it means for the caller. */
    public Failure failure() {
        return failure;
    }

    /** The server's name of the error. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** How long the server asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
