package io.milepost.kafka.admin;

import io.milepost.kafka.admin.Cluster.ExistingTopic;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;

/**
 * Looks at a cluster before a job starts on it, and names everything that would cost records or
 * stop the clock, all at once. Changes nothing.
 */
public final class StartChecks {

    /** The feature whose second level ends each transaction with a new epoch (KIP-890). */
    private static final String TRANSACTION_FEATURE = "transaction.version";

    private static final int SAFE_TRANSACTION_LEVEL = 2;
    private static final String HIGHEST_TIMEOUT = "transaction.max.timeout.ms";

    private final Cluster cluster;

    /** Checks by an admin client, which is not closed here. */
    public StartChecks(Admin admin) {
        this(new AdminCluster(admin));
    }

    StartChecks(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Everything that is wrong, as what, where, expected, found.
     *
     * @return one message for each problem; empty if the job may start
     * @throws IOException if the cluster does not answer
     */
    public List<String> problems(StartRequirements job) throws IOException {
        List<String> problems = new ArrayList<>();
        checkTransactionProtocol(problems);
        checkTimeout(job, problems);
        checkTopics(job, problems);
        return problems;
    }

    /**
     * Refuses an unsafe start.
     *
     * @throws UnsafeStartException if anything is wrong; it lists everything
     * @throws IOException if the cluster does not answer
     */
    public void requireSafe(StartRequirements job) throws IOException {
        List<String> problems = problems(job);
        if (!problems.isEmpty()) {
            throw new UnsafeStartException(problems);
        }
    }

    /**
     * Refuses a topic that does not keep all its records in one order.
     *
     * @param topic full name
     * @throws UnsafeStartException if it is not there or has more than one partition
     * @throws IOException if the cluster does not answer
     */
    public void requireSinglePartition(String topic) throws IOException {
        ExistingTopic found = cluster.topics(List.of(topic)).get(topic);
        if (found == null || found.partitions() != 1) {
            throw new UnsafeStartException(
                    List.of(
                            "topic "
                                    + topic
                                    + ": expected one partition, since only there records keep"
                                    + " their order, but found "
                                    + (found == null ? "no such topic" : found.partitions())));
        }
    }

    /**
     * Refuses a topic that is not what the catalogue says, for a writer that needs no transactions.
     *
     * @param prefix what the environment puts before its name
     * @throws UnsafeStartException if it is not there or differs, also in whose time its records
     *     have; it lists everything
     * @throws IOException if the cluster does not answer
     */
    public void requireWritable(Topic<?> topic, String prefix) throws IOException {
        String name = topic.in(prefix);
        ExistingTopic found = cluster.topics(List.of(name)).get(name);
        List<String> problems = new ArrayList<>(TopicDifferences.of(topic, name, found));
        if (found != null) {
            String expected = TopicSettings.of(topic, false).get(TopicSettings.TIMESTAMP_TYPE);
            String actual = found.settings().get(TopicSettings.TIMESTAMP_TYPE);
            if (!expected.equals(actual)) {
                problems.add(
                        "topic "
                                + name
                                + "."
                                + TopicSettings.TIMESTAMP_TYPE
                                + ": expected "
                                + expected
                                + " but found "
                                + actual
                                + "; heartbeats would promise by the wrong clock");
            }
        }
        if (!problems.isEmpty()) {
            throw new UnsafeStartException(problems);
        }
    }

    private void checkTransactionProtocol(List<String> problems) throws IOException {
        OptionalInt level = cluster.finalizedFeature(TRANSACTION_FEATURE);
        if (level.orElse(0) < SAFE_TRANSACTION_LEVEL) {
            problems.add(
                    "cluster feature "
                            + TRANSACTION_FEATURE
                            + ": expected level "
                            + SAFE_TRANSACTION_LEVEL
                            + " or above but found "
                            + (level.isPresent() ? String.valueOf(level.getAsInt()) : "none")
                            + "; the older protocol can lose or tear transactions"
                            + " (kafka-features.sh upgrade --feature transaction.version=2)");
        }
    }

    private void checkTimeout(StartRequirements job, List<String> problems) throws IOException {
        Duration timeout = job.transactionTimeout();
        for (Map.Entry<Integer, String> broker :
                cluster.brokerSetting(HIGHEST_TIMEOUT).entrySet()) {
            if (timeout.toMillis() > Long.parseLong(broker.getValue())) {
                problems.add(
                        "transaction.timeout.ms: expected at most "
                                + broker.getValue()
                                + " ("
                                + HIGHEST_TIMEOUT
                                + " of broker "
                                + broker.getKey()
                                + ") but found "
                                + timeout.toMillis());
            }
        }
        Duration needed = job.checkpointInterval().plus(job.outageAllowance());
        if (timeout.compareTo(needed) <= 0) {
            problems.add(
                    "transaction.timeout.ms: expected more than "
                            + needed.toMillis()
                            + " (checkpoint interval "
                            + job.checkpointInterval().toMillis()
                            + " + outage allowance "
                            + job.outageAllowance().toMillis()
                            + ") but found "
                            + timeout.toMillis()
                            + "; a longer outage would lose what the last checkpoint had written");
        }
    }

    private void checkTopics(StartRequirements job, List<String> problems) throws IOException {
        List<String> names = job.topics().stream().map(t -> t.in(job.topicPrefix())).toList();
        Map<String, ExistingTopic> found = cluster.topics(names);
        for (Topic<?> topic : job.topics()) {
            String name = topic.in(job.topicPrefix());
            problems.addAll(TopicDifferences.of(topic, name, found.get(name)));
        }
        int widest = 0;
        for (Topic<?> source : job.sources()) {
            ExistingTopic topic = found.get(source.in(job.topicPrefix()));
            widest = Math.max(widest, topic == null ? 0 : topic.partitions());
        }
        // One topic with a partition for each subtask gives each of them something to read. A
        // subtask without any never has a heartbeat, and the clock would stand still for ever.
        if (!job.sources().isEmpty() && job.sourceParallelism() > widest) {
            problems.add(
                    "source parallelism: expected at most "
                            + widest
                            + " (partitions of the widest source topic) but found "
                            + job.sourceParallelism()
                            + "; a source without a partition stops the clock");
        }
    }
}
