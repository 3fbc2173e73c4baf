package io.milepost.cli.submit;

import java.io.IOException;

/** A cluster refused a call, or did not answer; the message says which one and why. */
public final class ClusterException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public ClusterException(String message) {
        super(message);
    }

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
