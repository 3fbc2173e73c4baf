package io.milepost.kafka.admin;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A cluster behind Kafka's admin client. */
final class AdminCluster implements Cluster {

    private static final Duration LEADERS = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Admin admin;

    AdminCluster(Admin admin) {
        this.admin = admin;
    }

    @Override
    public OptionalInt finalizedFeature(String feature) throws IOException {
        FinalizedVersionRange range =
                wait("features", admin.describeFeatures().featureMetadata())
                        .finalizedFeatures()
                        .get(feature);
        return range == null ? OptionalInt.empty() : OptionalInt.of(range.maxVersionLevel());
    }

    @Override
    public Map<Integer, String> brokerSetting(String setting) throws IOException {
        List<ConfigResource> brokers = new ArrayList<>();
        for (Node node : wait("brokers", admin.describeCluster().nodes())) {
            brokers.add(new ConfigResource(ConfigResource.Type.BROKER, node.idString()));
        }
        Map<Integer, String> result = new TreeMap<>();
        for (Map.Entry<ConfigResource, Config> entry :
                wait("broker settings", admin.describeConfigs(brokers).all()).entrySet()) {
            ConfigEntry found = entry.getValue().get(setting);
            if (found != null) {
                result.put(Integer.valueOf(entry.getKey().name()), found.value());
            }
        }
        return result;
    }

    @Override
    public Map<String, ExistingTopic> topics(Collection<String> names) throws IOException {
        Map<String, Integer> partitions = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> entry :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            Optional<TopicDescription> found = unlessUnknown(entry.getKey(), entry.getValue());
            found.ifPresent(topic -> partitions.put(topic.name(), topic.partitions().size()));
        }
        Map<String, ExistingTopic> result = new TreeMap<>();
        List<ConfigResource> resources =
                partitions.keySet().stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        wait("topic settings", admin.describeConfigs(resources).all())
                .forEach(
                        (resource, config) ->
                                result.put(
                                        resource.name(),
                                        new ExistingTopic(
                                                partitions.get(resource.name()),
                                                settings(config))));
        return result;
    }

    private static Map<String, String> settings(Config config) {
        Map<String, String> settings = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            settings.put(entry.name(), entry.value());
        }
        return settings;
    }

    private static Optional<TopicDescription> unlessUnknown(
            String name, KafkaFuture<TopicDescription> description) throws IOException {
        try {
            return Optional.of(wait("topic " + name, description));
        } catch (IOException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void create(List<TopicPlan> plans) throws IOException {
        List<NewTopic> topics =
                plans.stream()
                        .map(
                                plan ->
                                        new NewTopic(
                                                        plan.name(),
                                                        plan.partitions(),
                                                        plan.replication())
                                                .configs(plan.settings()))
                        .toList();
        for (Map.Entry<String, KafkaFuture<Void>> entry :
                admin.createTopics(topics).values().entrySet()) {
            try {
                wait("creation of topic " + entry.getKey(), entry.getValue());
            } catch (IOException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitLeaders(plans);
    }

    /**
     * Brokers make the partitions after the creation was answered. A producer that writes meanwhile
     * can have its first batch refused and its second taken, and then it never gets the first one
     * in: the broker finds it out of order. So they are asked something that only leaders answer.
     */
    private void awaitLeaders(List<TopicPlan> plans) throws IOException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (TopicPlan plan : plans) {
            for (int partition = 0; partition < plan.partitions(); partition++) {
                partitions.put(new TopicPartition(plan.name(), partition), OffsetSpec.latest());
            }
        }
        long giveUpAt = System.nanoTime() + LEADERS.toNanos();
        while (!haveLeaders(partitions, System.nanoTime() >= giveUpAt)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /**
     * @param last whether a topic that no broker knows yet is a failure
     */
    private boolean haveLeaders(Map<TopicPartition, OffsetSpec> partitions, boolean last)
            throws IOException {
        try {
            wait("the leaders of new partitions", admin.listOffsets(partitions).all());
            return true;
        } catch (IOException e) {
            if (!last && e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private static <T> T wait(String what, KafkaFuture<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    "kafka: no answer about " + what + ": " + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("kafka: interrupted while asking about " + what);
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
