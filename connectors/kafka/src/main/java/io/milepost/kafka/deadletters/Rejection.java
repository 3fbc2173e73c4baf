package io.milepost.kafka.deadletters;

import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.RejectedRecordException;
import java.util.Objects;

/**
 * Why a record was rejected.
 *
 * @param stage the stage of the job that rejected it
 * @param reason why, for programs
 * @param message why, for people: what, where, expected, found
 * @param schemaId the writer's schema id; {@code null} if the record has none
 * @param causeClass full name of the exception, for tools that sort by it
 */
public record Rejection(
        String stage, RejectReason reason, String message, Integer schemaId, String causeClass) {

    /** Checks that everything but the schema id is given. */
    public Rejection {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(causeClass, "causeClass");
    }

    /** A rejection that an exception tells of. */
    public static Rejection of(String stage, RejectedRecordException e) {
        return new Rejection(
                stage, e.reason(), e.getMessage(), e.schemaId(), e.getClass().getName());
    }

    /** A rejection by a rule of the job, where nothing was thrown. */
    public static Rejection of(
            String stage, RejectReason reason, String message, Integer schemaId) {
        return new Rejection(
                stage, reason, message, schemaId, RejectedRecordException.class.getName());
    }
}
