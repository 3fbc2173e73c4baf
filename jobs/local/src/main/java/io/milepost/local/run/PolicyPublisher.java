package io.milepost.local.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.SlaPolicy;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Catalogue;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes versions of service-level rules. */
public final class PolicyPublisher {

    private PolicyPublisher() {}

    /**
     * Publishes; returns when the broker has them.
     *
     * @throws IOException if the broker or the registry refuses one
     */
    public static void publish(
            KafkaConnection kafka, RegistryFactory registries, List<SlaPolicy> policies)
            throws IOException, InterruptedException {
        Properties properties = kafka.properties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        try (SchemaRegistryClient registry = registries.open();
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            AvroEncoder encoder = new AvroEncoder(registry);
            String topic = kafka.topic(Catalogue.POLICIES);
            String subject = Catalogue.POLICIES.subject(kafka.topicPrefix());
            List<Future<?>> sent = new ArrayList<>();
            for (SlaPolicy policy : policies) {
                String key = RuleBook.key(policy);
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        topic,
                                        key.getBytes(StandardCharsets.UTF_8),
                                        encoder.encode(subject, policy))));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("policies: the broker refused one", e.getCause());
        }
    }
}
