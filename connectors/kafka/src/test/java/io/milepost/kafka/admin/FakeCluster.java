package io.milepost.kafka.admin;

import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A cluster in memory. */
final class FakeCluster implements Cluster {

    final Map<String, ExistingTopic> topics = new TreeMap<>();
    final List<TopicPlan> created = new ArrayList<>();
    OptionalInt transactionVersion = OptionalInt.of(2);
    String highestTimeout = "900000";
    boolean down;

    /** A cluster with the given topics as the catalogue says, one setting changed at will. */
    FakeCluster with(String prefix, Collection<? extends Topic<?>> catalogue) {
        for (Topic<?> topic : catalogue) {
            topics.put(
                    topic.in(prefix),
                    new ExistingTopic(topic.partitions(), TopicSettings.of(topic, false)));
        }
        return this;
    }

    /** Changes a setting of a topic. */
    void set(String topic, String setting, String value) {
        ExistingTopic old = topics.get(topic);
        Map<String, String> settings = new HashMap<>(old.settings());
        settings.put(setting, value);
        topics.put(topic, new ExistingTopic(old.partitions(), settings));
    }

    /** Gives a topic another number of partitions. */
    void repartition(String topic, int partitions) {
        topics.put(topic, new ExistingTopic(partitions, topics.get(topic).settings()));
    }

    @Override
    public OptionalInt finalizedFeature(String feature) throws IOException {
        answer();
        return feature.equals("transaction.version") ? transactionVersion : OptionalInt.empty();
    }

    @Override
    public Map<Integer, String> brokerSetting(String setting) {
        return setting.equals("transaction.max.timeout.ms") ? Map.of(7, highestTimeout) : Map.of();
    }

    @Override
    public Map<String, ExistingTopic> topics(Collection<String> names) {
        Map<String, ExistingTopic> found = new TreeMap<>(topics);
        found.keySet().retainAll(names);
        return found;
    }

    @Override
    public void create(List<TopicPlan> plans) {
        for (TopicPlan plan : plans) {
            created.add(plan);
            topics.put(plan.name(), new ExistingTopic(plan.partitions(), plan.settings()));
        }
    }

    private void answer() throws IOException {
        if (down) {
            throw new IOException("kafka: no answer");
        }
    }
}
