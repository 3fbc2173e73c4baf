package io.milepost.kafka.claim;

import java.io.IOException;

/**
 * Nothing can be written under this claim any more, most likely because somebody else claimed the
 * same meanwhile. Claiming again tells: it fails if it was a newer run.
 */
public final class ClaimLostException extends IOException {

    private static final long serialVersionUID = 1L;

    ClaimLostException(String id, Throwable cause) {
        super(
                "%s: expected to be the only writer but the broker takes nothing more from it: %s"
                        .formatted(id, cause.getMessage()),
                cause);
    }
}
