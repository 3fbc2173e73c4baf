package io.milepost.kafka.avro;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** Which answers of a registry speak of the schema, and which only of the registry's own state. */
final class RegistryAnswers {

    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int VERSION_NOT_FOUND = 40402;
    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private RegistryAnswers() {}

    /**
     * Whether the registry says that it lacks what was asked. The code counts, not the status: a
     * wrong path or a proxy answers 404 as well, and would have all good records dead-lettered.
     */
    static boolean lacksSchema(RestClientException e) {
        return switch (e.getErrorCode()) {
            case SUBJECT_NOT_FOUND, VERSION_NOT_FOUND, SCHEMA_NOT_FOUND -> true;
            default -> false;
        };
    }

    /** Whether the registry refuses a schema: incompatible or invalid. */
    static boolean refusesSchema(RestClientException e) {
        return e.getStatus() == CONFLICT || e.getStatus() == UNPROCESSABLE;
    }
}
