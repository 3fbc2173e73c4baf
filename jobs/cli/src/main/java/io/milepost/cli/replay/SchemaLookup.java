package io.milepost.cli.replay;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Looks whether a registry holds the schemas that are to be written; it registers none. */
final class SchemaLookup {

    private static final int NOT_FOUND = 404;

    private SchemaLookup() {}

    /**
     * Looks for the schemas of these topics and of heartbeats.
     *
     * @throws IOException if some are missing, naming all of them, or the registry does not answer
     */
    static void require(RegistryFactory registry, String prefix, List<Topic<?>> topics)
            throws IOException {
        List<String> missing = new ArrayList<>();
        try (SchemaRegistryClient client = registry.open()) {
            for (Topic<?> topic : topics) {
                look(client, topic.subject(prefix), topic.schema(), missing);
            }
            look(client, Catalogue.HEARTBEAT_SUBJECT, Catalogue.heartbeatSchema(), missing);
        }
        if (!missing.isEmpty()) {
            throw new IOException(
                    "the registry lacks schemas; register them first, nothing was sent\n"
                            + String.join("\n", missing));
        }
    }

    private static void look(
            SchemaRegistryClient client, String subject, Schema schema, List<String> missing)
            throws IOException {
        try {
            client.getId(subject, new AvroSchema(schema));
        } catch (RestClientException e) {
            if (e.getStatus() != NOT_FOUND) {
                throw noAnswer(subject, e);
            }
            missing.add(
                    "subject "
                            + subject
                            + ": expected the schema of "
                            + schema.getFullName()
                            + " but found none like it");
        } catch (IOException e) {
            throw noAnswer(subject, e);
        }
    }

    private static IOException noAnswer(String subject, Exception cause) {
        return new IOException(
                "schema registry: expected an answer about subject "
                        + subject
                        + " but found: "
                        + cause.getMessage()
                        + "; nothing was sent",
                cause);
    }
}
