package io.milepost.kafka.avro;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.events.RejectReason;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;

/**
 * Fetches a schema and what it refers to, part by part. The way round for a schema that the client
 * gave up on, so that each part's absence, brokenness or silence is known as such.
 */
final class ReferencedSchemas {

    private final SchemaRegistryClient registry;

    ReferencedSchemas(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    org.apache.avro.Schema byId(int id, Exception refusal)
            throws RejectedRecordException, RegistryUnavailableException {
        Collection<SubjectVersion> uses;
        try {
            uses = registry.getAllVersionsById(id);
        } catch (RestClientException e) {
            throw WriterSchemas.answer(id, "schema " + id, e);
        } catch (IOException | RuntimeException e) {
            throw silent("schema " + id, e);
        }
        if (uses.isEmpty()) {
            throw silent("schema " + id, refusal);
        }
        SubjectVersion use = uses.iterator().next();
        Schema root = fetch(id, use.getSubject(), use.getVersion());
        org.apache.avro.Schema.Parser parser = new org.apache.avro.Schema.Parser();
        return parse(id, root, parser, new HashSet<>());
    }

    private org.apache.avro.Schema parse(
            int id, Schema schema, org.apache.avro.Schema.Parser parser, Set<String> seen)
            throws RejectedRecordException, RegistryUnavailableException {
        String place = schema.getSubject() + " version " + schema.getVersion();
        if (!"AVRO".equals(schema.getSchemaType())) {
            throw mismatch(
                    id, place, "expected type AVRO but found " + schema.getSchemaType(), null);
        }
        if (schema.getReferences() != null) {
            for (SchemaReference reference : schema.getReferences()) {
                // The parser knows every name that it has read: each part is to be read once.
                if (seen.add(reference.getSubject() + "/" + reference.getVersion())) {
                    Schema part = fetch(id, reference.getSubject(), reference.getVersion());
                    parse(id, part, parser, seen);
                }
            }
        }
        try {
            return parser.parse(schema.getSchema());
        } catch (AvroRuntimeException e) {
            throw mismatch(id, place, "expected an Avro schema but found: " + e.getMessage(), e);
        }
    }

    private Schema fetch(int id, String subject, int version)
            throws RejectedRecordException, RegistryUnavailableException {
        String what = "schema " + id + " (" + subject + " version " + version + ")";
        try {
            return registry.getByVersion(subject, version, true);
        } catch (RuntimeException e) {
            // This call of the client wraps its checked exceptions.
            if (e.getCause() instanceof RestClientException refusal) {
                throw WriterSchemas.answer(id, what, refusal);
            }
            throw silent(what, e);
        }
    }

    private static RejectedRecordException mismatch(
            int id, String place, String complaint, Exception cause) {
        return new RejectedRecordException(
                RejectReason.SCHEMA_MISMATCH,
                "schema " + id + " (" + place + "): " + complaint,
                id,
                cause);
    }

    private static RegistryUnavailableException silent(String what, Exception cause) {
        return new RegistryUnavailableException("schema registry: no answer about " + what, cause);
    }
}
