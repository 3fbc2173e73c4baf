package io.milepost.odoo.embedded.fault;

/** A status of the wire instead of an answer, as a proxy in front of the server gives it. */
public final class HttpFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String retryAfter;

    HttpFault(int status, String retryAfter) {
        super("HTTP " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** Value of the header {@code Retry-After}; {@code null} for none. */
    public String retryAfter() {
        return retryAfter;
    }
}
