package io.milepost.local.run;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.EventEncoder;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.FeedSettings;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.StepFeed;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Publishers that write what the milestones job reads. */
public final class Feeds {

    private static final String SOURCE = "replay";

    private Feeds() {}

    /** A publisher to any brokers; whoever opened it closes it. */
    public static FeedPublisher publisher(
            KafkaConnection kafka,
            RegistryConnection registry,
            Speed speed,
            long heartbeatEveryMicros,
            long finalHeartbeatMicros) {
        Map<String, Object> client = new HashMap<>();
        kafka.properties().forEach((name, value) -> client.put(name.toString(), value));
        return new FeedPublisher(
                new FeedSettings(
                        client,
                        kafka.topicPrefix(),
                        FactTopics.ALL,
                        SOURCE,
                        speed,
                        heartbeatEveryMicros,
                        finalHeartbeatMicros),
                encoder(registry));
    }

    /** A feed of what partners say alone, step by step; whoever opened it closes it. */
    public static StepFeed partners(KafkaConnection kafka, RegistryConnection registry) {
        return steps(kafka, registry, List.of(Catalogue.SUPPLIER_EVENTS, Catalogue.CARRIER_EVENTS));
    }

    /** Promises for what partners send, step by step; whoever opened it closes it. */
    public static StepFeed inbound(KafkaConnection kafka, RegistryConnection registry) {
        return steps(kafka, registry, List.of(Catalogue.PARTNER_INBOUND));
    }

    private static StepFeed steps(
            KafkaConnection kafka, RegistryConnection registry, List<Topic<?>> topics) {
        Map<String, Object> client = new HashMap<>();
        kafka.properties().forEach((name, value) -> client.put(name.toString(), value));
        return new StepFeed(
                new FeedSettings(
                        client, kafka.topicPrefix(), topics, SOURCE, Speed.MAX, 1, Long.MAX_VALUE),
                encoder(registry));
    }

    private static EventEncoder encoder(RegistryConnection registry) {
        AvroEncoder encoder = new AvroEncoder(registry.open());
        return (subject, value) -> {
            try {
                return encoder.encode(subject, value);
            } catch (IOException e) {
                throw new UncheckedIOException("event for " + subject + " cannot be encoded", e);
            }
        };
    }
}
