package io.milepost.partners.intake;

import java.io.IOException;

/** More was sent than is taken. */
public final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says how much is taken. */
    public TooLongException(long limit) {
        super("expected at most " + limit + " bytes but found more");
    }
}
