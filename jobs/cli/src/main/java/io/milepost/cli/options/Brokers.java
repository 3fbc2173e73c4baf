package io.milepost.cli.options;

import io.milepost.cli.InputException;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.Secrets;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.pipelines.settings.Parsers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import picocli.CommandLine.Option;

/** A running Kafka and its schema registry. */
public final class Brokers {

    /** Answers that take longer than a person waits; whoever needs longer gives the property. */
    private static final Map<String, String> PATIENCE =
            Map.of(
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "15000",
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000");

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,...",
            required = true,
            description = "Kafka brokers.")
    private String bootstrapServers;

    @Option(
            names = "--registry-url",
            paramLabel = "URL,...",
            required = true,
            description = "Schema registry with the Confluent API.")
    private String registryUrl;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "What this environment puts before every topic's name.")
    private String topicPrefix = "";

    @Option(
            names = "--kafka-properties",
            paramLabel = "NAME=VALUE,...",
            defaultValue = "",
            description =
                    "Further properties of the Kafka clients (TLS, SASL), by Kafka's names; secrets"
                            + " as $${env:NAME} or $${file:/path:key}.")
    private String kafkaProperties = "";

    @Option(
            names = "--registry-properties",
            paramLabel = "NAME=VALUE,...",
            defaultValue = "",
            description = "Further properties of the registry client; secrets as references.")
    private String registryProperties = "";

    /**
     * Both connections, checked together.
     *
     * @throws InputException if they cannot be used, with everything that is wrong
     */
    public Connections connections() throws InputException {
        List<String> problems = new ArrayList<>();
        Map<String, String> kafka = pairs("kafka-properties", kafkaProperties, problems);
        Map<String, String> registry = pairs("registry-properties", registryProperties, problems);
        Set<String> known = kafkaNames();
        for (String name : kafka.keySet()) {
            if (!known.contains(name) && !name.startsWith("sasl.") && !name.startsWith("ssl.")) {
                problems.add("kafka-properties." + name + ": no client of Kafka knows it");
            }
        }
        Map<String, String> client = new TreeMap<>(PATIENCE);
        client.putAll(kafka);
        KafkaConnection toKafka = null;
        RegistryConnection toRegistry = null;
        try {
            toKafka = new KafkaConnection(bootstrapServers, topicPrefix, client);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        try {
            toRegistry = new RegistryConnection(Arrays.asList(registryUrl.split(",")), registry);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new InputException(
                    "the settings cannot be used\n" + String.join("\n", problems), null);
        }
        return new Connections(toKafka, toRegistry);
    }

    private static Map<String, String> pairs(String option, String text, List<String> problems) {
        try {
            return Parsers.pairs(text);
        } catch (IllegalArgumentException e) {
            problems.add(
                    option
                            + ": expected name=value pairs separated by commas but found other"
                            + " text");
            return Map.of();
        }
    }

    private static Set<String> kafkaNames() {
        Set<String> names = new HashSet<>(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        return names;
    }

    /** The text of an option for people: values that may be secret are masked. */
    static String masked(String option, String text) {
        if (!option.endsWith("-properties") || text.isBlank()) {
            return text;
        }
        try {
            return Secrets.masked(Parsers.pairs(text));
        } catch (IllegalArgumentException e) {
            return "****";
        }
    }

    /**
     * How both are reached.
     *
     * @param kafka the brokers
     * @param registry the registry
     */
    public record Connections(KafkaConnection kafka, RegistryConnection registry) {}
}
