package io.milepost.kafka.avro;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.events.RejectReason;
import java.io.IOException;
import org.apache.avro.Schema;

/**
 * Asks the registry for the schema of an id, and tells the three possible answers apart: here it
 * is, there is none that could be used (a reject), no answer (not a reject).
 */
final class WriterSchemas {

    private final SchemaRegistryClient registry;
    private final ReferencedSchemas references;

    WriterSchemas(SchemaRegistryClient registry) {
        this.registry = registry;
        this.references = new ReferencedSchemas(registry);
    }

    /**
     * The schema of an id, references resolved.
     *
     * @throws RejectedRecordException if the registry lacks it or it is no Avro schema
     * @throws RegistryUnavailableException if the registry does not answer
     */
    Schema byId(int id) throws RejectedRecordException, RegistryUnavailableException {
        try {
            return avro(id, registry.getSchemaById(id));
        } catch (RestClientException e) {
            throw answer(id, "schema " + id, e);
        } catch (IOException | RuntimeException e) {
            // The client says "invalid schema" both of a schema that it cannot parse and of one
            // whose references it could not fetch for the moment: ask part by part to know which.
            return references.byId(id, e);
        }
    }

    private static Schema avro(int id, ParsedSchema parsed) throws RejectedRecordException {
        if (parsed.rawSchema() instanceof Schema schema) {
            return schema;
        }
        throw new RejectedRecordException(
                RejectReason.SCHEMA_MISMATCH,
                "schema " + id + ": expected type AVRO but found " + parsed.schemaType(),
                id);
    }

    /** The exception for a registry's refusal: thrown if it is a reject, returned if it is not. */
    static RegistryUnavailableException answer(int id, String what, RestClientException e)
            throws RejectedRecordException {
        if (RegistryAnswers.lacksSchema(e)) {
            throw new RejectedRecordException(
                    RejectReason.UNKNOWN_SCHEMA,
                    what + ": expected to be in the registry but found: " + e.getMessage(),
                    id,
                    e);
        }
        return new RegistryUnavailableException(
                "schema registry: no answer about " + what + ": " + e.getMessage(), e);
    }
}
