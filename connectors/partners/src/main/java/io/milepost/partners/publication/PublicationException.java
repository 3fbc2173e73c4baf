package io.milepost.partners.publication;

import java.io.IOException;

/** A profile is not published, approved, taken back or retired; nothing was changed. */
public final class PublicationException extends IOException {

    private static final long serialVersionUID = 1L;

    PublicationException(String message) {
        super(message);
    }

    PublicationException(String message, Throwable cause) {
        super(message, cause);
    }
}
