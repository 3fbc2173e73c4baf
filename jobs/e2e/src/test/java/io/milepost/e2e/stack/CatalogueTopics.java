package io.milepost.e2e.stack;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.SchemaSetup;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.registry.RegistryFactory;
import java.io.IOException;
import org.apache.kafka.clients.admin.Admin;

/** The topics of the catalogue, and their schemas, as a test needs them before anything runs. */
public final class CatalogueTopics {

    private CatalogueTopics() {}

    /** Creates them; they keep records of the past. */
    public static void create(KafkaConnection kafka, RegistryFactory registry) throws IOException {
        create(kafka, registry, TopicOptions.forReplay());
    }

    /** Creates them with some options. */
    public static void create(KafkaConnection kafka, RegistryFactory registry, TopicOptions options)
            throws IOException {
        try (Admin admin = kafka.openAdmin();
                SchemaRegistryClient client = registry.open()) {
            new TopicSetup(admin, kafka.topicPrefix()).create(options);
            new SchemaSetup(client, kafka.topicPrefix()).register();
        }
    }
}
