package io.milepost.bench;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One of the jobs that are compared: all read the same topics to their ends and then finish. */
interface Rung {

    /** Name in the table. */
    String title();

    /**
     * Defines the job.
     *
     * @param environment where
     * @param kafka the cluster
     * @param registry the registry
     * @param run number of the run, for names that must not be used twice
     */
    void define(
            StreamExecutionEnvironment environment,
            KafkaConnection kafka,
            RegistryConnection registry,
            int run);
}
