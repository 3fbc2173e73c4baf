package io.milepost.kafka.admin;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.kafka.admin.SubjectReport.State;
import io.milepost.schemas.Compatibility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Looks at one subject of a registry and changes nothing. */
final class SubjectLook {

    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient registry;

    SubjectLook(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /** What the registry answers; nothing if it has no such thing. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    SubjectReport look(String subject, Schema schema, Compatibility rule) throws IOException {
        State state = state(subject, new AvroSchema(schema));
        String found = ask(subject, () -> registry.getCompatibility(subject), "");
        List<String> differences = new ArrayList<>();
        if (state != State.REGISTERED) {
            differences.add(
                    "subject %s: expected the schema of %s but found it %s"
                            .formatted(subject, schema.getFullName(), state));
        }
        if (!rule.name().equals(found)) {
            differences.add(
                    "subject %s.compatibility: expected %s but found %s"
                            .formatted(subject, rule, found.isEmpty() ? "none" : found));
        }
        return new SubjectReport(subject, schema.getFullName(), state, found, differences);
    }

    private State state(String subject, AvroSchema schema) throws IOException {
        if (ask(subject, () -> registry.getAllVersions(subject), List.of()).isEmpty()) {
            return State.MISSING;
        }
        if (ask(subject, () -> registry.getId(subject, schema), -1) >= 0) {
            return State.REGISTERED;
        }
        boolean taken = ask(subject, () -> registry.testCompatibility(subject, schema), false);
        return taken ? State.OUTDATED : State.INCOMPATIBLE;
    }

    private static <T> T ask(String subject, Question<T> question, T otherwise) throws IOException {
        try {
            T answer = question.ask();
            return answer == null ? otherwise : answer;
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return otherwise;
            }
            throw new IOException(
                    "schema registry: expected an answer about subject "
                            + subject
                            + " but found: "
                            + e.getMessage(),
                    e);
        }
    }
}
