package io.milepost.cli.replay;

import java.io.IOException;

/** A file is no log of the expected kind; the message says which file and what is missing. */
public final class LogFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public LogFormatException(String message) {
        super(message);
    }
}
