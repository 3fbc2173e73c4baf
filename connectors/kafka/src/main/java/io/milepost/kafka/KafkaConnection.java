package io.milepost.kafka;

import io.milepost.schemas.Topic;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/**
 * How to reach a Kafka cluster. Travels in the job graph, so that it holds references to secrets
 * and never secrets: see {@link Secrets}.
 *
 * @param bootstrapServers host:port, several divided by commas
 * @param topicPrefix what this environment puts before every topic name; empty for none
 * @param clientProperties settings for every client (security, sockets), by Kafka's own names
 */
public record KafkaConnection(
        String bootstrapServers, String topicPrefix, Map<String, String> clientProperties)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Checks that the parts are given and that no secret stands in them in plain words.
     *
     * @throws IllegalArgumentException if one does; all are named, none is shown
     */
    public KafkaConnection {
        Objects.requireNonNull(topicPrefix, "topicPrefix");
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "kafka.bootstrap.servers: expected host:port but found nothing");
        }
        // A plain map of Java, because the immutable ones do not keep their order when shipped.
        clientProperties = new TreeMap<>(clientProperties);
        List<String> literals = Secrets.literals("kafka", clientProperties);
        if (!literals.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", literals));
        }
    }

    /** A connection without security, for a broker on this machine. */
    public static KafkaConnection plain(String bootstrapServers, String topicPrefix) {
        return new KafkaConnection(bootstrapServers, topicPrefix, Map.of());
    }

    /** A copy of the settings; references as they stand. */
    @Override
    public Map<String, String> clientProperties() {
        return new TreeMap<>(clientProperties);
    }

    /** The name of a topic of the catalogue in this environment. */
    public String topic(Topic<?> topic) {
        return topic.in(topicPrefix);
    }

    /** Settings for a client of Kafka, which looks references up when it is opened. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.putAll(Secrets.forKafkaClients(clientProperties));
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }

    /**
     * An admin client; whoever opened it closes it.
     *
     * @throws IllegalArgumentException if a reference leads nowhere
     */
    public Admin openAdmin() {
        Secrets.resolve("kafka", clientProperties);
        Map<String, Object> settings = new HashMap<>();
        properties().forEach((name, value) -> settings.put((String) name, value));
        return Admin.create(settings);
    }

    /** Secrets and references masked. */
    @Override
    public String toString() {
        return "KafkaConnection["
                + bootstrapServers
                + ", prefix '"
                + topicPrefix
                + "', "
                + Secrets.masked(clientProperties)
                + "]";
    }
}
