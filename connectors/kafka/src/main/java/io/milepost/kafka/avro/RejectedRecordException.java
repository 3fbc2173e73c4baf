package io.milepost.kafka.avro;

import io.milepost.events.RejectReason;
import java.util.Objects;

/**
 * A record that will not become decodable by trying again: it belongs in the dead letters. Trouble
 * that passes, such as a registry that is down, is never this.
 */
public final class RejectedRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final Integer schemaId;

    /**
     * @param reason why, for programs
     * @param message why, for people: what, where, expected, found
     * @param schemaId the writer's schema id; {@code null} if the record has none
     */
    public RejectedRecordException(RejectReason reason, String message, Integer schemaId) {
        this(reason, message, schemaId, null);
    }

    /**
     * @param reason why, for programs
     * @param message why, for people: what, where, expected, found
     * @param schemaId the writer's schema id; {@code null} if the record has none
     * @param cause what was thrown underneath; {@code null} if nothing was
     */
    public RejectedRecordException(
            RejectReason reason, String message, Integer schemaId, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.schemaId = schemaId;
    }

    /** Why, for programs. */
    public RejectReason reason() {
        return reason;
    }

    /** The writer's schema id; {@code null} if the record has none. */
    public Integer schemaId() {
        return schemaId;
    }
}
