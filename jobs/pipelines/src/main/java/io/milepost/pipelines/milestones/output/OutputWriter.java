package io.milepost.pipelines.milestones.output;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.Account;
import io.milepost.events.Heartbeat;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.deadletters.DeadLetters;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.Partitions;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.Times;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes Kafka records of what the job has to say. The Kafka time of a record is the time by which
 * its content became known, so that a replay of old facts makes the same records again.
 */
public final class OutputWriter implements AutoCloseable {

    /** Name of the milestones job in what it writes. */
    public static final String JOB = "milestones";

    private static final long MICROS = 1000;

    private final String job;
    private final OutputTopics topics;
    private final SchemaRegistryClient registry;
    private final AvroEncoder encoder;
    private final DeadLetters deadLetters;

    private OutputWriter(
            String job, OutputTopics topics, SchemaRegistryClient registry, int subtask) {
        this.job = job;
        this.topics = topics;
        this.registry = registry;
        this.encoder = new AvroEncoder(registry);
        // A writer of promises alone has no place for them.
        Integer partitions = topics.partitions().get(Catalogue.DEAD_LETTERS.name());
        this.deadLetters =
                partitions == null
                        ? null
                        : new DeadLetters(
                                job,
                                subtask,
                                Catalogue.DEAD_LETTERS.in(topics.prefix()),
                                partitions,
                                encoder);
    }

    /**
     * A rejected record.
     *
     * @param record what was rejected
     * @param rejection why
     * @param rejectedAtMillis when, by the machine's clock
     */
    public OutboundRecord deadLetter(
            InboundRecord record, Rejection rejection, long rejectedAtMillis) throws IOException {
        return deadLetters.of(record, rejection, rejectedAtMillis * MICROS);
    }

    /** A milestone. */
    public OutboundRecord milestone(LineMilestone milestone) throws IOException {
        return record(
                Catalogue.MILESTONES,
                milestone.getLineKey(),
                milestone,
                Times.micros(milestone.getKnownAt()));
    }

    /** The status of a line, as it became known at a time. */
    public OutboundRecord status(LineStatus status, long knownAt) throws IOException {
        return record(Catalogue.STATUS, status.getLineKey(), status, knownAt);
    }

    /** A step of an alert episode, as it became known at a time. */
    public OutboundRecord alert(SlaAlert alert, long knownAt) throws IOException {
        return record(Catalogue.ALERTS, alert.getAlertId(), alert, knownAt);
    }

    /** A command about a line or an item, which is its key. */
    public OutboundRecord command(OdooCommand command) throws IOException {
        return record(
                Catalogue.COMMANDS,
                command.getLineKey() == null
                        ? command.getItem().getItemKey()
                        : command.getLineKey(),
                command,
                Times.micros(command.getKnownAt()));
    }

    /** What became of a command, under the key of the command. */
    public OutboundRecord result(OdooResult result) throws IOException {
        return record(
                Catalogue.RESULTS,
                result.getLineKey() == null ? result.getItemKey() : result.getLineKey(),
                result,
                Times.micros(result.getEnvelope().getKnownAt()));
    }

    /**
     * An event of Odoo.
     *
     * @param topic where it belongs
     * @param key its key there
     * @param knownAt when it could be known, in microseconds since 1970
     */
    public OutboundRecord change(Topic<?> topic, String key, SpecificRecord event, long knownAt)
            throws IOException {
        return record(topic, key, event, knownAt);
    }

    /** An account of the records of a topic, made at a time of the machine's clock. */
    public OutboundRecord account(Account account, long madeAtMillis) throws IOException {
        return record(
                Catalogue.ACCOUNTS, job + "/" + account.getTopic(), account, madeAtMillis * MICROS);
    }

    /** A promise in one partition. */
    OutboundRecord heartbeat(OutputTopics.Place place, long promisedAt) throws IOException {
        Heartbeat heartbeat = new Heartbeat(job, place.partition(), Times.instant(promisedAt));
        RecordHeader mark =
                new RecordHeader(
                        Catalogue.HEARTBEAT_HEADER,
                        Long.toString(promisedAt).getBytes(StandardCharsets.UTF_8));
        return new OutboundRecord(
                place.topic(),
                place.partition(),
                Catalogue.HEARTBEAT_KEY.getBytes(StandardCharsets.UTF_8),
                encoder.encode(Catalogue.HEARTBEAT_SUBJECT, heartbeat),
                List.of(mark),
                kafkaMillis(promisedAt));
    }

    private OutboundRecord record(Topic<?> topic, String key, SpecificRecord value, long knownAt)
            throws IOException {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return new OutboundRecord(
                topic.in(topics.prefix()),
                Partitions.of(keyBytes, topics.partitionsOf(topic)),
                keyBytes,
                encoder.encode(topic.subject(topics.prefix()), value),
                List.of(),
                kafkaMillis(knownAt));
    }

    /** Kafka has no times before 1970. */
    private static long kafkaMillis(long micros) {
        return micros == Times.NONE ? 0 : Math.max(0, Math.floorDiv(micros, MICROS));
    }

    @Override
    public void close() throws IOException {
        registry.close();
    }

    /**
     * Travels in the job graph and opens a writer where it is used.
     *
     * @param topics where outputs go
     * @param registry how the registry is reached
     * @param job name of the job in what it writes
     */
    public record Factory(OutputTopics topics, RegistryFactory registry, String job)
            implements Serializable {

        /** For the milestones job. */
        public Factory(OutputTopics topics, RegistryFactory registry) {
            this(topics, registry, JOB);
        }

        /** A new writer for a subtask; whoever opened it closes it. */
        public OutputWriter open(int subtask) {
            return new OutputWriter(job, topics, registry.open(), subtask);
        }
    }
}
