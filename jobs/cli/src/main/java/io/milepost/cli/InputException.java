package io.milepost.cli;

import java.io.IOException;

/** What the command was given cannot be used, and nothing was started; the message says why. */
public final class InputException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
