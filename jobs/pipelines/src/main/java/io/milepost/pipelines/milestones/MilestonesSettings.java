package io.milepost.pipelines.milestones;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.outbound.OnLostTransaction;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.settings.Parsers;
import io.milepost.pipelines.settings.Setting;
import io.milepost.pipelines.settings.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** Settings of the milestones job. */
public final class MilestonesSettings {

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

    private static final Setting<Duration> LONGEST_WAIT =
            new Setting<>(
                    "longest-wait",
                    "30 d",
                    "a duration such as 30 d",
                    Parsers::duration,
                    "How long a fact waits for its order or shipment.");

    private static final Setting<Duration> FEED_SILENCE =
            new Setting<>(
                    "feed-silence",
                    "30 s",
                    "a duration such as 30 s",
                    Parsers::duration,
                    "How long a feed may give no heartbeat before it is reported.");

    private static final List<Setting<?>> ALL =
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
                    ON_LOST_TRANSACTION,
                    LONGEST_WAIT,
                    FEED_SILENCE);

    private final Settings settings;

    private MilestonesSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the job's arguments.
     *
     * @throws io.milepost.pipelines.settings.SettingsException listing everything that is wrong
     */
    public static MilestonesSettings parse(String... arguments) {
        return new MilestonesSettings(Settings.parse(ALL, Arrays.asList(arguments)));
    }

    /** Every setting, for documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The effective settings, one a line. */
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

    String prefix() {
        return settings.get(PREFIX);
    }

    String environment() {
        return settings.get(ENVIRONMENT);
    }

    /** Subtasks of each operator. */
    public int parallelism() {
        return settings.get(PARALLELISM);
    }

    Duration checkpointInterval() {
        return settings.get(CHECKPOINT_INTERVAL);
    }

    Duration transactionTimeout() {
        return settings.get(TRANSACTION_TIMEOUT);
    }

    Duration outageAllowance() {
        return settings.get(OUTAGE_ALLOWANCE);
    }

    DeliveryGuarantee guarantee() {
        return settings.get(GUARANTEE);
    }

    OnLostTransaction onLostTransaction() {
        return settings.get(ON_LOST_TRANSACTION);
    }

    Wait patience() {
        return new Wait(settings.get(LONGEST_WAIT));
    }

    Duration feedSilence() {
        return settings.get(FEED_SILENCE);
    }
}
