package io.milepost.local.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.TopicReading;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.partners.publication.ProfileHistory;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic of partners' profiles. What is said next depends on all that was said before, so only
 * one at a time may decide: whoever begins takes the word from those that are not done, by the
 * broker's own fence around a transaction.
 */
public final class ProfileTopic {

    private static final String WRITER = "milepost-partner-profiles";

    private final KafkaConnection kafka;
    private final RegistryFactory registries;

    /** A decision by all that was said of profiles. */
    @FunctionalInterface
    public interface Decision {

        /**
         * What is to be said next.
         *
         * @param histories what was said, by the profiles' names
         * @throws IOException if nothing is
         */
        PartnerProfileVersion next(Map<String, ProfileHistory> histories) throws IOException;
    }

    /** Of an environment. */
    public ProfileTopic(KafkaConnection kafka, RegistryFactory registries) {
        this.kafka = kafka;
        this.registries = registries;
    }

    /** All that was said, by the profiles' names. */
    public Map<String, ProfileHistory> read() throws IOException {
        Map<String, ProfileHistory> histories = new TreeMap<>();
        try (SchemaRegistryClient registry = registries.open()) {
            AvroDecoder decoder = new AvroDecoder(registry);
            TopicReading.read(
                    kafka,
                    kafka.topic(Catalogue.PARTNER_PROFILES),
                    record -> {
                        if (!record.isHeartbeat()) {
                            say(decoder, record, histories);
                        }
                    });
        }
        return histories;
    }

    /** What cannot be read is nothing to the job either; it is in the dead letters. */
    private static void say(
            AvroDecoder decoder, InboundRecord record, Map<String, ProfileHistory> histories)
            throws IOException {
        try {
            PartnerProfileVersion version = decoder.decode(record, PartnerProfileVersion.class);
            histories
                    .computeIfAbsent(version.getProfile(), name -> new ProfileHistory())
                    .say(version);
        } catch (RejectedRecordException e) {
            // Counted and told by the job.
            return;
        }
    }

    /**
     * Decides and says so; returns when the broker has it.
     *
     * @return what was said
     * @throws IOException if the decision is to say nothing, somebody else decides at the same
     *     time, or the broker or the registry refuses it; nothing was said then
     */
    public PartnerProfileVersion decide(Decision decision) throws IOException {
        Properties properties = kafka.properties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, kafka.topicPrefix() + WRITER);
        try (SchemaRegistryClient registry = registries.open();
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            PartnerProfileVersion version = decision.next(read());
            producer.beginTransaction();
            producer.send(record(registry, version));
            producer.commitTransaction();
            return version;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new IOException(
                    "somebody else decides on profiles at the same time; nothing was published", e);
        } catch (KafkaException e) {
            throw new IOException("profiles: the broker refused it: " + e.getMessage(), e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(
            SchemaRegistryClient registry, PartnerProfileVersion version) throws IOException {
        String key = version.getProfile() + "/" + version.getVersion();
        return new ProducerRecord<>(
                kafka.topic(Catalogue.PARTNER_PROFILES),
                key.getBytes(StandardCharsets.UTF_8),
                new AvroEncoder(registry)
                        .encode(Catalogue.PARTNER_PROFILES.subject(kafka.topicPrefix()), version));
    }
}
