package io.milepost.kafka.admin;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the checks and the set-up ask of a Kafka cluster. */
interface Cluster {

    /** The level of a feature that the whole cluster runs at; empty if it runs without it. */
    OptionalInt finalizedFeature(String feature) throws IOException;

    /** A setting of each broker that is there, by broker id. */
    Map<Integer, String> brokerSetting(String setting) throws IOException;

    /** Those of the named topics that exist, by name. */
    Map<String, ExistingTopic> topics(Collection<String> names) throws IOException;

    /** Creates topics and waits for their leaders; one that appeared meanwhile is left as it is. */
    void create(List<TopicPlan> plans) throws IOException;

    /**
     * A topic as it is.
     *
     * @param partitions number of partitions
     * @param settings its settings, defaults included, by Kafka's names
     */
    record ExistingTopic(int partitions, Map<String, String> settings) {}

    /**
     * A topic to be.
     *
     * @param name full name
     * @param partitions number of partitions
     * @param replication number of replicas; -1 for the brokers' default
     * @param settings its settings, by Kafka's names
     */
    record TopicPlan(
            String name, int partitions, short replication, Map<String, String> settings) {}
}
