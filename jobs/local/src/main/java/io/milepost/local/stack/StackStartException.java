package io.milepost.local.stack;

import java.io.IOException;

/**
 * The embedded stack did not start; the message is for people and complete. Nothing of it is left
 * running.
 */
public class StackStartException extends IOException {
    private static final long serialVersionUID = 1L;

    StackStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
