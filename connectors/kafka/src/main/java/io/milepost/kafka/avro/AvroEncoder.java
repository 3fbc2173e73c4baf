package io.milepost.kafka.avro;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.schemas.TrustedEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes generated records in Confluent wire format, byte for byte as Confluent's own serializer.
 * Asks the registry once per subject and class. Not for several threads.
 */
public final class AvroEncoder {

    static {
        TrustedEvents.trust();
    }

    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient registry;
    private final boolean autoRegister;
    private final Map<Use, Integer> ids = new HashMap<>();
    private final Map<Class<?>, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder;

    /** An encoder for schemas that were registered beforehand, which is how production runs. */
    public AvroEncoder(SchemaRegistryClient registry) {
        this(registry, false);
    }

    /**
     * @param registry where the schema ids come from; not closed here
     * @param autoRegister whether to register a schema that its subject lacks, for trials only
     */
    public AvroEncoder(SchemaRegistryClient registry, boolean autoRegister) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.autoRegister = autoRegister;
    }

    /**
     * Encodes a record.
     *
     * @param subject registry subject that must hold the record's schema
     * @param value the record
     * @return frame and Avro bytes
     * @throws RegistryUnavailableException if the registry does not answer; trying again may help
     * @throws IllegalStateException if the subject lacks the schema, or refuses it
     * @throws IllegalArgumentException if the record lacks a required value
     */
    public byte[] encode(String subject, SpecificRecord value) throws IOException {
        Class<?> type = value.getClass();
        Use use = new Use(subject, type);
        Integer id = ids.get(use);
        if (id == null) {
            id = idOf(subject, value.getSchema());
            ids.put(use, id);
        }
        bytes.reset();
        Frame.write(id, bytes);
        encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
        try {
            writer(type).write(value, encoder);
            encoder.flush();
        } catch (RuntimeException e) {
            // What was buffered of the broken record must not get into the next one.
            encoder = null;
            throw new IllegalArgumentException(
                    "record for subject "
                            + subject
                            + ": does not fit "
                            + value.getSchema().getFullName()
                            + ": "
                            + e.getMessage(),
                    e);
        }
        return bytes.toByteArray();
    }

    private SpecificDatumWriter<SpecificRecord> writer(Class<?> type) {
        return writers.computeIfAbsent(
                type,
                t -> {
                    SpecificData model = SpecificData.getForClass(t);
                    return new SpecificDatumWriter<>(model.getSchema(t), model);
                });
    }

    private int idOf(String subject, Schema schema) throws IOException {
        AvroSchema wanted = new AvroSchema(schema);
        try {
            return autoRegister
                    ? registry.register(subject, wanted)
                    : registry.getId(subject, wanted);
        } catch (RestClientException e) {
            throw refused(subject, schema, e);
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "schema registry: no answer about subject " + subject, e);
        }
    }

    private static RegistryUnavailableException refused(
            String subject, Schema schema, RestClientException e) {
        if (e.getStatus() == NOT_FOUND) {
            throw new IllegalStateException(
                    "subject "
                            + subject
                            + ": expected the schema of "
                            + schema.getFullName()
                            + " but the registry does not have it ("
                            + e.getMessage()
                            + "); register the schemas before the job starts",
                    e);
        }
        if (RegistryAnswers.refusesSchema(e)) {
            throw new IllegalStateException(
                    "subject "
                            + subject
                            + ": refuses the schema of "
                            + schema.getFullName()
                            + ": "
                            + e.getMessage(),
                    e);
        }
        return new RegistryUnavailableException(
                "schema registry: no answer about subject " + subject + ": " + e.getMessage(), e);
    }

    private record Use(String subject, Class<?> type) {}
}
