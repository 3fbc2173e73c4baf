package io.milepost.kafka.avro;

import java.io.IOException;

/**
 * The registry did not answer, or not with an answer about the schema. This says nothing about the
 * record, which must be tried again and never dead-lettered.
 */
public final class RegistryUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says what was asked; the cause says what the registry or the network answered. */
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
