package io.milepost.kafka.admin;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Compatibility;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Registers the catalogue's schemas, each under its topic's subject, and sets how each may change.
 * May run any number of times.
 */
public final class SchemaSetup {

    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient registry;
    private final String prefix;

    /**
     * @param registry client of the registry; not closed here
     * @param prefix what the environment puts before every topic name; empty for none
     */
    public SchemaSetup(SchemaRegistryClient registry, String prefix) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.prefix = Objects.requireNonNull(prefix, "prefix");
    }

    /**
     * Registers every schema, the heartbeat's included.
     *
     * @return schema ids by subject
     * @throws IllegalStateException if the registry refuses a schema, because it is incompatible
     * @throws IOException if the registry does not answer
     */
    public Map<String, Integer> register() throws IOException {
        Map<String, Integer> ids = new TreeMap<>();
        for (Topic<?> topic : Catalogue.all()) {
            String subject = topic.subject(prefix);
            ids.put(subject, register(subject, topic.schema(), topic.compatibility()));
        }
        ids.put(
                Catalogue.HEARTBEAT_SUBJECT,
                register(
                        Catalogue.HEARTBEAT_SUBJECT,
                        Catalogue.heartbeatSchema(),
                        Compatibility.BACKWARD_TRANSITIVE));
        return ids;
    }

    /**
     * What the registry has of every schema, the heartbeat's included; changes nothing.
     *
     * @throws IOException if the registry does not answer
     */
    public List<SubjectReport> describe() throws IOException {
        SubjectLook look = new SubjectLook(registry);
        List<SubjectReport> reports = new ArrayList<>();
        for (Topic<?> topic : Catalogue.all()) {
            reports.add(look.look(topic.subject(prefix), topic.schema(), topic.compatibility()));
        }
        reports.add(
                look.look(
                        Catalogue.HEARTBEAT_SUBJECT,
                        Catalogue.heartbeatSchema(),
                        Compatibility.BACKWARD_TRANSITIVE));
        return reports;
    }

    private int register(String subject, Schema schema, Compatibility compatibility)
            throws IOException {
        try {
            // The rule first, so that it judges the new version; but not every registry takes a
            // rule for a subject that it does not have, and a first version needs no judge.
            boolean known = isKnown(subject);
            if (known) {
                registry.updateCompatibility(subject, compatibility.name());
            }
            int id = registry.register(subject, new AvroSchema(schema));
            if (!known) {
                registry.updateCompatibility(subject, compatibility.name());
            }
            return id;
        } catch (RestClientException e) {
            String message =
                    "subject "
                            + subject
                            + ": expected to take the schema of "
                            + schema.getFullName()
                            + " under "
                            + compatibility
                            + " but found: "
                            + e.getMessage();
            if (e.getStatus() >= 400 && e.getStatus() < 500) {
                throw new IllegalStateException(message, e);
            }
            throw new IOException(message, e);
        }
    }

    private boolean isKnown(String subject) throws IOException, RestClientException {
        try {
            return !registry.getAllVersions(subject).isEmpty();
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
