package io.milepost.bench.rung;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.milestones.route.FactTopics;
import java.util.List;
import java.util.Map;

/**
 * Where a rung runs.
 *
 * @param stack broker, registry and Flink
 * @param kafka the cluster, with the prefix of the topics to read
 * @param registry the registry
 * @param flink settings of the job, by Flink's own names
 * @param valueBytes how large a line's value is on average when it is written
 * @param isInOrder whether topics are read side by side
 * @param run number of the run, for names that must not be used twice
 */
public record Site(
        EmbeddedStack stack,
        KafkaConnection kafka,
        RegistryConnection registry,
        Map<String, String> flink,
        int valueBytes,
        boolean isInOrder,
        int run) {

    /** Full names of the topics to read. */
    public List<String> topics() {
        return new FactTopics(kafka.topicPrefix()).names();
    }

    /** A name for one thing of this run. */
    public String unique(String name) {
        return name + "-" + kafka.topicPrefix().replace('.', '-') + run;
    }
}
