package io.milepost.kafka.avro;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Confluent's mock registry, with answers that can be made to fail, and counted. */
final class StubRegistry extends MockSchemaRegistryClient {

    int questions;
    IOException down;
    RestClientException refusal;

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
        ask();
        return super.getSchemaById(id);
    }

    @Override
    public int getId(String subject, ParsedSchema schema) throws IOException, RestClientException {
        ask();
        return super.getId(subject, schema);
    }

    @Override
    public Collection<SubjectVersion> getAllVersionsById(int id) {
        if (down != null) {
            throw new UncheckedIOException(down);
        }
        return super.getAllVersionsById(id);
    }

    private void ask() throws IOException, RestClientException {
        questions++;
        if (down != null) {
            throw down;
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    int has(String subject, Schema schema) {
        return has(subject, new AvroSchema(schema));
    }

    /** Registers a schema that refers to others; {@code resolved} are their texts by name. */
    int has(
            String subject,
            String schema,
            List<SchemaReference> references,
            Map<String, String> resolved) {
        return has(subject, new AvroSchema(schema, references, resolved, null));
    }

    private int has(String subject, ParsedSchema schema) {
        try {
            return register(subject, schema);
        } catch (IOException | RestClientException e) {
            throw new AssertionError("the mock registry refused " + subject, e);
        }
    }
}
