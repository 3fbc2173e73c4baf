package io.milepost.pipelines.milestones;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.line.LineRetention;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;

/** What operators need around them in tests: a registry that all share, records in and out. */
public final class Bench {

    /** Lines that are over are kept whole for 120 days, and as tombstones for 400. */
    public static final LineRetention RETENTION =
            new LineRetention(Duration.ofDays(120), Duration.ofDays(400));

    public static final FactTopics FACTS = new FactTopics("");
    public static final OutputTopics OUTPUTS = OutputTopics.ofCatalogue("");

    private static final MockSchemaRegistryClient REGISTRY = new MockSchemaRegistryClient();

    /** Operators travel serialized; what they open is the one registry of this process. */
    public static final RegistryFactory OPENS_REGISTRY = () -> REGISTRY;

    public static final OutputWriter.Factory WRITERS =
            new OutputWriter.Factory(OUTPUTS, OPENS_REGISTRY);

    private static final AvroEncoder ENCODER = new AvroEncoder(REGISTRY, true);
    private static final AvroDecoder DECODER = new AvroDecoder(REGISTRY);
    private static final AtomicLong OFFSETS = new AtomicLong();

    static {
        try {
            for (Topic<?> topic : Catalogue.all()) {
                REGISTRY.register(topic.subject(""), new AvroSchema(topic.schema()));
            }
            REGISTRY.register(
                    Catalogue.HEARTBEAT_SUBJECT, new AvroSchema(Catalogue.heartbeatSchema()));
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException("the mock registry takes every schema", e);
        }
    }

    private Bench() {}

    /** A record of a topic, at the next offset. */
    public static InboundRecord record(Topic<?> topic, SpecificRecord value) {
        return raw(topic, "key", encoded(topic, value));
    }

    /** A record of any bytes; key and value may be {@code null}. */
    public static InboundRecord raw(Topic<?> topic, String key, byte[] value) {
        return new InboundRecord(
                topic.name(),
                0,
                OFFSETS.getAndIncrement(),
                0,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value,
                List.of());
    }

    /** A heartbeat in the first partition of a topic. */
    public static InboundRecord heartbeat(Topic<?> topic, long micros) {
        RecordHeader mark =
                new RecordHeader(
                        Catalogue.HEARTBEAT_HEADER,
                        Long.toString(micros).getBytes(StandardCharsets.UTF_8));
        return new InboundRecord(
                topic.name(),
                0,
                OFFSETS.getAndIncrement(),
                0,
                Catalogue.HEARTBEAT_KEY.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                List.of(mark));
    }

    public static byte[] encoded(Topic<?> topic, SpecificRecord value) {
        try {
            return ENCODER.encode(topic.subject(""), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of the records of one class, in their order. */
    public static <V extends SpecificRecord> List<V> values(
            Class<V> type, Collection<OutboundRecord> records) {
        return records.stream().map(Bench::value).filter(type::isInstance).map(type::cast).toList();
    }

    private static SpecificRecord value(OutboundRecord record) {
        try {
            return DECODER.decode(record.value());
        } catch (RejectedRecordException | IOException e) {
            throw new IllegalStateException("an output must be readable: " + record, e);
        }
    }
}
