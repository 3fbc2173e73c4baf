package io.milepost.e2e.stack;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.events.OdooReceipt;
import io.milepost.events.RejectReason;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records that no job can use, each broken in a way of its own, at known places. */
public final class Poison {

    /** What the broker takes at most is 1,048,588 bytes with the frame of the batch. */
    private static final int LARGEST = 1_048_576 - 200;

    private static final int LONG_HEADER = 700_000;
    private static final int UNKNOWN_ID = 987_654;

    private final EmbeddedRun run;
    private final Instant at;
    private final Random random;
    private final List<Dose> doses = new ArrayList<>();

    /**
     * One such record.
     *
     * @param record the record as it is sent
     * @param reason what it has to be rejected for
     */
    public record Dose(ProducerRecord<byte[], byte[]> record, RejectReason reason) {}

    private Poison(EmbeddedRun run, Instant at, long seed) {
        this.run = run;
        this.at = at;
        this.random = new Random(seed);
    }

    /** One record of every kind. */
    public static List<Dose> every(EmbeddedRun run, Feeder feeder, Instant at, long seed)
            throws IOException {
        Poison poison = new Poison(run, at, seed);
        poison.broken();
        poison.tooLong();
        poison.contradicting(feeder);
        return poison.doses;
    }

    private void broken() throws IOException {
        byte[] key = text(Story.LINE);
        int receipts = id(Catalogue.RECEIPTS, OdooReceipt.getClassSchema());
        byte[] noise = bytes(500);
        noise[0] = 1;
        add(Catalogue.RECEIPTS, key, noise, RejectReason.NOT_FRAMED);
        add(Catalogue.BILLS, key, new byte[] {0, 0, 1}, RejectReason.NOT_FRAMED);
        add(Catalogue.CARRIER_EVENTS, key, text("<xml/>"), RejectReason.NOT_FRAMED);
        add(Catalogue.RECEIPTS, key, framed(UNKNOWN_ID, 40), RejectReason.UNKNOWN_SCHEMA);
        add(Catalogue.RECEIPTS, key, framed(receipts, 40), RejectReason.UNDECODABLE);
        add(Catalogue.SUPPLIER_EVENTS, null, framed(receipts, 40), RejectReason.NULL_KEY);
        add(Catalogue.ORDER_LINES, key, null, RejectReason.TOMBSTONE);
    }

    private void tooLong() throws IOException {
        byte[] key = text(Story.LINE);
        int receipts = id(Catalogue.RECEIPTS, OdooReceipt.getClassSchema());
        add(Catalogue.RECEIPTS, key, framed(receipts, LARGEST), RejectReason.UNDECODABLE);
        add(Catalogue.RECEIPTS, bytes(LONG_HEADER), bytes(9), RejectReason.NOT_FRAMED);
        RecordHeaders headers = new RecordHeaders();
        headers.add("note", bytes(LONG_HEADER));
        byte[] value = bytes(300_000);
        value[0] = 7;
        add(Catalogue.RECEIPTS, key, value, headers, RejectReason.NOT_FRAMED);
    }

    private void contradicting(Feeder feeder) throws IOException {
        add(
                Catalogue.RECEIPTS,
                text(Story.LINE),
                feeder.encode(Catalogue.POLICIES, Rules.receipt()),
                RejectReason.SCHEMA_MISMATCH);
        add(feeder, Story.shipNotice("another-vendor", "SN-X", at), RejectReason.NOT_THE_VENDOR);
        add(
                feeder,
                Story.received("receipt-in-leagues", "ZZLEAGUE", at),
                RejectReason.UNKNOWN_UNIT);
    }

    private void add(Feeder feeder, TimedEvent event, RejectReason reason) throws IOException {
        add(event.topic(), text(event.key()), feeder.encode(event.topic(), event.value()), reason);
    }

    private void add(Topic<?> topic, byte[] key, byte[] value, RejectReason reason) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", text("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        add(topic, key, value, headers, reason);
    }

    private void add(
            Topic<?> topic, byte[] key, byte[] value, RecordHeaders headers, RejectReason reason) {
        int partition = doses.size() % topic.partitions();
        doses.add(
                new Dose(
                        new ProducerRecord<>(
                                run.kafka().topic(topic),
                                partition,
                                at.toEpochMilli(),
                                key,
                                value,
                                headers),
                        reason));
    }

    private int id(Topic<?> topic, Schema schema) throws IOException {
        try (SchemaRegistryClient registry = run.registry().open()) {
            return registry.getId(topic.subject(run.kafka().topicPrefix()), new AvroSchema(schema));
        } catch (RestClientException e) {
            throw new IOException("the registry does not know " + schema.getFullName(), e);
        }
    }

    /** A frame that is right, and rubbish within it; it begins like a text that never ends. */
    private byte[] framed(int id, int length) {
        byte[] value = bytes(length);
        ByteBuffer.wrap(value).put((byte) 0).putInt(id).putInt(-1);
        return value;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        bytes[0] = (byte) (bytes[0] | 1);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
