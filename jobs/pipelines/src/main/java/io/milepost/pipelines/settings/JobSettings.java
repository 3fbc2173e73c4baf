package io.milepost.pipelines.settings;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.outbound.OnLostTransaction;
import io.milepost.kafka.registry.RegistryConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** The settings that every job has. */
public final class JobSettings {

    /** Of jobs that watch their feeds. */
    public static final Setting<Duration> FEED_SILENCE =
            new Setting<>(
                    "feed-silence",
                    "30 s",
                    "a duration such as 30 s",
                    Parsers::duration,
                    "How long a feed may give no heartbeat before it is reported.");

    private static final Setting<String> BOOTSTRAP =
            new Setting<>(
                    "bootstrap-servers",
                    null,
                    "host:port, several separated by commas",
                    Parsers::text,
                    "Kafka brokers.");

    private static final Setting<Map<String, String>> KAFKA =
            new Setting<>(
                    "kafka-properties",
                    "",
                    "name=value pairs separated by commas",
                    Parsers::pairs,
                    "Further client properties (TLS, SASL); secrets as ${env:NAME} or"
                            + " ${file:/path:key}.");

    private static final Setting<String> REGISTRY =
            new Setting<>(
                    "registry-url",
                    null,
                    "a URL, several separated by commas",
                    Parsers::text,
                    "Schema registry with the Confluent API.");

    private static final Setting<Map<String, String>> REGISTRY_PROPERTIES =
            new Setting<>(
                    "registry-properties",
                    "",
                    "name=value pairs separated by commas",
                    Parsers::pairs,
                    "Further properties of the registry client; secrets as references.");

    private static final Setting<String> PREFIX =
            new Setting<>(
                    "topic-prefix",
                    "",
                    "text",
                    text -> text,
                    "What the environment puts before every topic's name.");

    private static final Setting<String> ENVIRONMENT =
            new Setting<>(
                    "environment",
                    "local",
                    "lower case, digits and hyphens",
                    Parsers::text,
                    "Name of the environment; part of transactional ids and the consumer group.");

    private static final Setting<Integer> PARALLELISM =
            new Setting<>(
                    "parallelism",
                    "1",
                    "a whole number > 0",
                    Parsers::positive,
                    "Subtasks of each operator.");

    private static final Setting<Duration> CHECKPOINT_INTERVAL =
            new Setting<>(
                    "checkpoint-interval",
                    "10 s",
                    "a duration such as 10 s",
                    Parsers::duration,
                    "Time between checkpoints; outputs become visible with them.");

    private static final Setting<Duration> TRANSACTION_TIMEOUT =
            new Setting<>(
                    "transaction-timeout",
                    "10 min",
                    "a duration such as 10 min",
                    Parsers::duration,
                    "How long the broker keeps a transaction open; an outage longer than this loses"
                            + " the last checkpoint's outputs.");

    private static final Setting<Duration> OUTAGE_ALLOWANCE =
            new Setting<>(
                    "outage-allowance",
                    "5 min",
                    "a duration such as 5 min",
                    Parsers::duration,
                    "How long an outage must be survived without loss; checked at start.");

    private static final Setting<DeliveryGuarantee> GUARANTEE =
            new Setting<>(
                    "guarantee",
                    "exactly-once",
                    "exactly-once, at-least-once or none",
                    Parsers.oneOf(DeliveryGuarantee.class),
                    "Guarantee of the outputs.");

    private static final Setting<OnLostTransaction> ON_LOST_TRANSACTION =
            new Setting<>(
                    "on-lost-transaction",
                    "fail",
                    "fail or continue",
                    Parsers.oneOf(OnLostTransaction.class),
                    "What to do when the broker has given up a transaction.");

    private static final List<Setting<?>> COMMON =
            List.of(
                    BOOTSTRAP,
                    KAFKA,
                    REGISTRY,
                    REGISTRY_PROPERTIES,
                    PREFIX,
                    ENVIRONMENT,
                    PARALLELISM,
                    CHECKPOINT_INTERVAL,
                    TRANSACTION_TIMEOUT,
                    OUTAGE_ALLOWANCE,
                    GUARANTEE,
                    ON_LOST_TRANSACTION);

    private final Settings settings;

    /** The common ones among a job's settings. */
    public JobSettings(Settings settings) {
        this.settings = settings;
    }

    /** The settings that every job has, then those that only this one has. */
    public static List<Setting<?>> and(Setting<?>... own) {
        List<Setting<?>> all = new ArrayList<>(COMMON);
        all.addAll(Arrays.asList(own));
        return List.copyOf(all);
    }

    /** All effective settings of the job, one a line. */
    public String print() {
        return settings.print();
    }

    /**
     * How Kafka is reached.
     *
     * @throws IllegalArgumentException if a secret stands in the settings in plain words
     */
    public KafkaConnection kafka() {
        return new KafkaConnection(
                settings.get(BOOTSTRAP), settings.get(PREFIX), settings.get(KAFKA));
    }

    /**
     * How the schema registry is reached.
     *
     * @throws IllegalArgumentException if an address is none, or a secret stands in the settings in
     *     plain words
     */
    public RegistryConnection registry() {
        return new RegistryConnection(
                List.of(settings.get(REGISTRY).split(",")), settings.get(REGISTRY_PROPERTIES));
    }

    /** What the environment puts before every topic's name; empty for none. */
    public String prefix() {
        return settings.get(PREFIX);
    }

    /** Name of the environment. */
    public String environment() {
        return settings.get(ENVIRONMENT);
    }

    /** Subtasks of each operator. */
    public int parallelism() {
        return settings.get(PARALLELISM);
    }

    /** Time between checkpoints. */
    public Duration checkpointInterval() {
        return settings.get(CHECKPOINT_INTERVAL);
    }

    /** How long the broker keeps a transaction open. */
    public Duration transactionTimeout() {
        return settings.get(TRANSACTION_TIMEOUT);
    }

    /** How long an outage must be survived without loss. */
    public Duration outageAllowance() {
        return settings.get(OUTAGE_ALLOWANCE);
    }

    /** Guarantee of the outputs. */
    public DeliveryGuarantee guarantee() {
        return settings.get(GUARANTEE);
    }

    /** What to do when the broker has given up a transaction. */
    public OnLostTransaction onLostTransaction() {
        return settings.get(ON_LOST_TRANSACTION);
    }

    /** How long a feed may give no heartbeat before it is reported. */
    public Duration feedSilence() {
        return settings.get(FEED_SILENCE);
    }
}
