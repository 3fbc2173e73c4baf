package io.milepost.kafka.outbound;

import io.milepost.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Settings of a {@link TransactionalSink}. */
public final class TransactionalSinkBuilder {

    /**
     * How long the broker keeps a transaction open by default: below its own highest value (15
     * minutes), above a checkpoint and the outage that is to be survived.
     */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(10);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final KafkaConnection connection;
    private final String transactionalIdPrefix;
    private List<String> topics = List.of();
    private DeliveryGuarantee guarantee = DeliveryGuarantee.EXACTLY_ONCE;
    private Duration transactionTimeout = TRANSACTION_TIMEOUT;
    private OnLostTransaction onLost = OnLostTransaction.FAIL;
    private SinkGate gate = SinkGate.OPEN;

    TransactionalSinkBuilder(KafkaConnection connection, String environment, String job) {
        this.connection = Objects.requireNonNull(connection, "connection");
        this.transactionalIdPrefix = prefix(environment, job);
    }

    /**
     * What the transactional ids of a job begin with. The end mark matters: at start the connector
     * aborts open transactions by prefix, and {@code milestones} would abort those of {@code
     * milestones-replay}.
     */
    static String prefix(String environment, String job) {
        return "milepost-" + name("environment", environment) + "-" + name("job", job) + ".";
    }

    private static String name(String setting, String value) {
        if (value == null || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    setting + ": expected lower case, digits and hyphens but found " + value);
        }
        return value;
    }

    /** Full names of every topic that records are written to; others are refused. */
    public TransactionalSinkBuilder topics(List<String> topics) {
        this.topics = List.copyOf(topics);
        return this;
    }

    /**
     * The guarantee; {@link DeliveryGuarantee#NONE} loses and repeats, for tests that must fail.
     */
    public TransactionalSinkBuilder guarantee(DeliveryGuarantee guarantee) {
        this.guarantee = Objects.requireNonNull(guarantee, "guarantee");
        return this;
    }

    /** How long the broker keeps a transaction open; see the start checks for what is safe. */
    public TransactionalSinkBuilder transactionTimeout(Duration timeout) {
        this.transactionTimeout = Objects.requireNonNull(timeout, "timeout");
        return this;
    }

    /** What to do about a lost transaction. */
    public TransactionalSinkBuilder onLostTransaction(OnLostTransaction onLost) {
        this.onLost = Objects.requireNonNull(onLost, "onLost");
        return this;
    }

    /**
     * What each subtask passes before it aborts what is left of earlier transactions; open if it is
     * not given.
     */
    public TransactionalSinkBuilder behind(SinkGate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
        return this;
    }

    /**
     * The sink.
     *
     * @throws IllegalArgumentException if no topic is named
     */
    public TransactionalSink build() {
        if (topics.isEmpty()) {
            throw new IllegalArgumentException(
                    "sink.topics: expected at least one topic but found none");
        }
        Properties properties = connection.properties();
        // As text: the connector reads its settings back as text and does not see a number.
        properties.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(transactionTimeout.toMillis()));
        KafkaSink<OutboundRecord> sink =
                KafkaSink.<OutboundRecord>builder()
                        .setKafkaProducerConfig(properties)
                        .setBootstrapServers(connection.bootstrapServers())
                        .setDeliveryGuarantee(guarantee)
                        .setTransactionalIdPrefix(transactionalIdPrefix)
                        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                        .setRecordSerializer(new AlreadyEncoded(topics))
                        .build();
        return new TransactionalSink(sink, connection, guarantee, onLost, gate);
    }
}
