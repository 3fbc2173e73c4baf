package io.milepost.cli.replay;

import java.io.IOException;

/** A file is no SCMS log at all; the message says which file and what is missing. */
public final class ScmsFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public ScmsFormatException(String message) {
        super(message);
    }
}
