package io.milepost.odoo.embedded.rpc;

/** The caller gets no answer: the connection just ends. */
public final class ConnectionLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, for logs. */
    public ConnectionLost(String message) {
        super(message);
    }
}
