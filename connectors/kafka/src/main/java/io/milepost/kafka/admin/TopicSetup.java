package io.milepost.kafka.admin;

import io.milepost.kafka.admin.Cluster.ExistingTopic;
import io.milepost.kafka.admin.Cluster.TopicPlan;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Timestamps;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/**
 * Creates the catalogue's topics and tells what is there. May run any number of times; never
 * changes a topic that exists, because another retention deletes and another partition count
 * reorders.
 */
public final class TopicSetup {

    private final Cluster cluster;
    private final String prefix;
    private final List<Topic<?>> catalogue;
    private final InstantSource clock;

    /**
     * @param admin client of the cluster; not closed here
     * @param prefix what the environment puts before every topic name; empty for none
     */
    public TopicSetup(Admin admin, String prefix) {
        this(new AdminCluster(admin), prefix, Catalogue.all(), InstantSource.system());
    }

    TopicSetup(Cluster cluster, String prefix, List<Topic<?>> catalogue, InstantSource clock) {
        this.cluster = cluster;
        this.prefix = Objects.requireNonNull(prefix, "prefix");
        this.catalogue = List.copyOf(catalogue);
        this.clock = clock;
    }

    /**
     * Creates the topics that are missing.
     *
     * @return full names of the topics that were created
     * @throws UnsafeStartException if a topic exists with other partitions or another cleanup
     *     policy than the catalogue says; then none is created
     * @throws IOException if the cluster does not answer
     */
    public List<String> create(TopicOptions options) throws IOException {
        Map<String, ExistingTopic> existing = existing();
        List<String> differences = new ArrayList<>();
        List<TopicPlan> missing = new ArrayList<>();
        for (Topic<?> topic : catalogue) {
            String name = topic.in(prefix);
            ExistingTopic found = existing.get(name);
            if (found != null) {
                differences.addAll(TopicDifferences.of(topic, name, found));
                continue;
            }
            missing.add(
                    new TopicPlan(
                            name,
                            topic.partitions(),
                            options.replication(),
                            TopicSettings.of(topic, options.keepForEver())));
        }
        if (!differences.isEmpty()) {
            throw new UnsafeStartException(differences);
        }
        if (!missing.isEmpty()) {
            cluster.create(missing);
        }
        return missing.stream().map(TopicPlan::name).toList();
    }

    /**
     * Every topic of the catalogue, and what is there of it; changes nothing.
     *
     * @throws IOException if the cluster does not answer
     */
    public List<TopicReport> describe() throws IOException {
        Map<String, ExistingTopic> existing = existing();
        return catalogue.stream().map(topic -> report(topic, existing)).toList();
    }

    private TopicReport report(Topic<?> topic, Map<String, ExistingTopic> existing) {
        String name = topic.in(prefix);
        ExistingTopic found = existing.get(name);
        List<String> differences = TopicDifferences.of(topic, name, found);
        if (found == null) {
            return new TopicReport(topic, name, false, 0, "", "", differences, List.of());
        }
        return new TopicReport(
                topic,
                name,
                true,
                found.partitions(),
                found.settings().getOrDefault(TopicSettings.RETENTION, ""),
                found.settings().getOrDefault(TopicDifferences.CLEANUP_POLICY, ""),
                differences,
                TopicDifferences.notes(topic, name, found));
    }

    /**
     * Number of partitions of every topic of the catalogue that exists, by full name. Keys are
     * spread by these numbers.
     *
     * @throws IOException if the cluster does not answer
     */
    public Map<String, Integer> partitionCounts() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        existing().forEach((name, topic) -> counts.put(name, topic.partitions()));
        return counts;
    }

    /**
     * What would delete, refuse or re-date records of the past, so that a replay is refused before
     * it loses them. A topic's retention counts from a record's own time.
     *
     * @param topics topics that are to be written to
     * @param oldest time of the oldest record
     * @return one message for each problem, with topic, setting, expected, found; empty if all stay
     * @throws IOException if the cluster does not answer
     */
    public List<String> retentionProblems(List<Topic<?>> topics, Instant oldest)
            throws IOException {
        Duration age = Duration.between(oldest, clock.instant());
        Map<String, ExistingTopic> existing = existing();
        List<String> problems = new ArrayList<>();
        for (Topic<?> topic : topics) {
            String name = topic.in(prefix);
            ExistingTopic found = existing.get(name);
            if (found == null) {
                problems.add("topic " + name + ": expected to exist but found none");
            } else if (topic.timestamps() == Timestamps.WRITER) {
                // Under the broker's time records of the past are as new as the others.
                problems.addAll(RetentionCheck.problems(name, found, age));
            }
        }
        return problems;
    }

    private Map<String, ExistingTopic> existing() throws IOException {
        return cluster.topics(catalogue.stream().map(topic -> topic.in(prefix)).toList());
    }
}
