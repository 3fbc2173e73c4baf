package io.milepost.pipelines.milestones.route;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Decodes the records of the fact topics, each topic's as its own class. */
public final class EventDecoder implements AutoCloseable {

    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final Map<String, Class<? extends SpecificRecord>> classes;

    private EventDecoder(
            SchemaRegistryClient registry, Map<String, Class<? extends SpecificRecord>> classes) {
        this.registry = registry;
        this.decoder = new AvroDecoder(registry);
        this.classes = classes;
    }

    /** A new decoder; whoever opened it closes it. */
    public static EventDecoder open(RegistryFactory registry, FactTopics topics) {
        return open(registry, topics.classes());
    }

    /**
     * A new decoder; whoever opened it closes it.
     *
     * @param classes the class of the records of each topic, by its full name
     */
    public static EventDecoder open(
            RegistryFactory registry, Map<String, Class<? extends SpecificRecord>> classes) {
        return new EventDecoder(registry.open(), Map.copyOf(classes));
    }

    /**
     * The event of a record.
     *
     * @throws RejectedRecordException if it can never be read
     * @throws IOException if the registry does not answer; trying again may help
     */
    public SpecificRecord decode(InboundRecord record) throws RejectedRecordException, IOException {
        if (record.key() == null) {
            throw new RejectedRecordException(
                    RejectReason.NULL_KEY,
                    record.address() + ": key: expected a key but found none",
                    null);
        }
        Class<? extends SpecificRecord> expected = classes.get(record.topic());
        if (expected == null) {
            throw new IllegalStateException(
                    record.address() + ": topic: expected one of " + classes.keySet());
        }
        return decoder.decode(record, expected);
    }

    @Override
    public void close() throws IOException {
        registry.close();
    }
}
