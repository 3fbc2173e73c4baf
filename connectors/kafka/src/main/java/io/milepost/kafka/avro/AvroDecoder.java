package io.milepost.kafka.avro;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.Heartbeat;
import io.milepost.events.RejectReason;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads records in Confluent wire format as generated classes. The writer's schema decides the
 * class, by its full name; how to read it is found once per schema id. Not for several threads.
 *
 * <p>What can never be read is a {@link RejectedRecordException}. A registry that does not answer
 * is a {@link RegistryUnavailableException}: the job fails and tries again, and no good record is
 * dead-lettered for it.
 */
public final class AvroDecoder {

    static {
        TrustedEvents.trust();
    }

    private final Readers readers;
    private BinaryDecoder decoder;

    /** A decoder for every class of the catalogue and for heartbeats. */
    public AvroDecoder(SchemaRegistryClient registry) {
        this(registry, catalogueClasses());
    }

    /**
     * @param registry where writer schemas come from; not closed here
     * @param expected classes that may be read; all others are mismatches
     */
    public AvroDecoder(
            SchemaRegistryClient registry, Set<Class<? extends SpecificRecord>> expected) {
        this(registry, expected, System::nanoTime);
    }

    AvroDecoder(
            SchemaRegistryClient registry,
            Set<Class<? extends SpecificRecord>> expected,
            LongSupplier nanoClock) {
        this.readers = new Readers(new WriterSchemas(registry), expected, nanoClock);
    }

    /**
     * Decodes a value.
     *
     * @param framed frame and Avro bytes
     * @return the record, of one of the expected classes
     * @throws RejectedRecordException if the bytes can never be read
     * @throws RegistryUnavailableException if the registry does not answer
     */
    public SpecificRecord decode(byte[] framed) throws RejectedRecordException, IOException {
        if (framed == null) {
            throw new RejectedRecordException(
                    RejectReason.TOMBSTONE, "value: expected a record but found a tombstone", null);
        }
        if (!Frame.isFramed(framed)) {
            throw new RejectedRecordException(
                    RejectReason.NOT_FRAMED, "value: " + Frame.complaint(framed), null);
        }
        int id = Frame.schemaId(framed);
        return read(framed, id, readers.forWriter(id));
    }

    /**
     * Decodes the value of a record of a topic. Messages name the record's address.
     *
     * @param record record whose value is decoded
     * @param expected the class of the topic's records
     * @throws RejectedRecordException if the value can never be read, or is of another class
     * @throws RegistryUnavailableException if the registry does not answer
     */
    public <T extends SpecificRecord> T decode(InboundRecord record, Class<T> expected)
            throws RejectedRecordException, IOException {
        try {
            SpecificRecord value = decode(record.value());
            if (expected.isInstance(value)) {
                return expected.cast(value);
            }
            throw new RejectedRecordException(
                    RejectReason.SCHEMA_MISMATCH,
                    "value: expected "
                            + expected.getName()
                            + " but found "
                            + value.getSchema().getFullName(),
                    Frame.schemaId(record.value()));
        } catch (RejectedRecordException e) {
            throw new RejectedRecordException(
                    e.reason(), record.address() + ": " + e.getMessage(), e.schemaId(), e);
        }
    }

    private SpecificRecord read(byte[] framed, int id, Reader reader)
            throws RejectedRecordException {
        decoder =
                DecoderFactory.get()
                        .binaryDecoder(framed, Frame.LENGTH, framed.length - Frame.LENGTH, decoder);
        SpecificRecord value;
        int left;
        try {
            value = reader.read(decoder);
            left = decoder.remainingBytes();
        } catch (IOException | RuntimeException e) {
            // The bytes are in memory: whatever goes wrong here goes wrong because of them.
            throw new RejectedRecordException(
                    RejectReason.UNDECODABLE,
                    "value: expected " + reader.name() + " as in schema " + id + " but found: " + e,
                    id,
                    e);
        }
        if (left > 0) {
            throw new RejectedRecordException(
                    RejectReason.UNDECODABLE,
                    "value: expected the end after "
                            + reader.name()
                            + " as in schema "
                            + id
                            + " but found "
                            + left
                            + " more bytes",
                    id);
        }
        return value;
    }

    private static Set<Class<? extends SpecificRecord>> catalogueClasses() {
        Set<Class<? extends SpecificRecord>> classes = new LinkedHashSet<>();
        for (Topic<?> topic : Catalogue.all()) {
            classes.add(topic.value());
        }
        classes.add(Heartbeat.class);
        return classes;
    }
}
