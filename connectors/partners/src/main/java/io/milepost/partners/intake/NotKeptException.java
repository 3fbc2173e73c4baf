package io.milepost.partners.intake;

import java.io.IOException;

/**
 * What was sent may not have been kept whole: it is to be sent again. What was kept of it is known
 * by then, and counts once.
 */
public final class NotKeptException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says why. */
    public NotKeptException(String message, Throwable cause) {
        super(message, cause);
    }
}
