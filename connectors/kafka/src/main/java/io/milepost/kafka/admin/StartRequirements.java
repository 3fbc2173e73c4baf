package io.milepost.kafka.admin;

import io.milepost.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a job needs of the cluster before it may start.
 *
 * @param topicPrefix what the environment puts before every topic name; empty for none
 * @param sources topics that the job reads
 * @param sinks topics that the job writes
 * @param sourceParallelism subtasks of the source
 * @param transactionTimeout {@code transaction.timeout.ms} of the sink
 * @param checkpointInterval time between two checkpoints
 * @param outageAllowance how long the job may stand still without losing what it had written
 */
public record StartRequirements(
        String topicPrefix,
        List<Topic<?>> sources,
        List<Topic<?>> sinks,
        int sourceParallelism,
        Duration transactionTimeout,
        Duration checkpointInterval,
        Duration outageAllowance) {

    /** Checks that every part is given. */
    public StartRequirements {
        Objects.requireNonNull(topicPrefix, "topicPrefix");
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
        Objects.requireNonNull(transactionTimeout, "transactionTimeout");
        Objects.requireNonNull(checkpointInterval, "checkpointInterval");
        Objects.requireNonNull(outageAllowance, "outageAllowance");
    }

    /** Every topic, sources first. */
    List<Topic<?>> topics() {
        List<Topic<?>> topics = new ArrayList<>(sources);
        topics.addAll(sinks);
        return topics;
    }
}
