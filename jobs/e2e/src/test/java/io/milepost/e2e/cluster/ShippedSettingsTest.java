package io.milepost.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Flink passes over a setting that it does not know; a typing error would never be noticed. */
@DisplayName("The settings that we ship")
class ShippedSettingsTest {

    private static final List<Class<?>> OPTIONS =
            List.of(
                    CheckpointingOptions.class,
                    HeartbeatManagerOptions.class,
                    JobManagerOptions.class,
                    MetricOptions.class,
                    PipelineOptions.class,
                    RestOptions.class,
                    RestartStrategyOptions.class,
                    RocksDBConfigurableOptions.class,
                    RocksDBOptions.class,
                    StateBackendOptions.class,
                    TaskManagerOptions.class,
                    WebOptions.class);

    private static final Set<String> OF_THE_REPORTER =
            Set.of(
                    "metrics.reporter.prom.factory.class",
                    "metrics.reporter.prom.port",
                    "metrics.reporter.prom.scope.variables.excludes");

    private final Configuration shipped =
            GlobalConfiguration.loadConfiguration(
                    System.getProperty("milepost.flink.conf", "../../flink-conf"));

    @Test
    void areAllKnownToFlinkAndCanBeRead() throws IllegalAccessException {
        Set<String> unknown = new HashSet<>(shipped.keySet());
        unknown.removeAll(OF_THE_REPORTER);
        for (ConfigOption<?> option : options()) {
            if (unknown.remove(option.key())) {
                assertThat((Object) shipped.get(option)).as(option.key()).isNotNull();
            }
        }
        assertThat(unknown).as("settings that Flink does not know").isEmpty();
    }

    @Test
    void giveATaskManagerTheMemoryThatTheFileSays() {
        TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(shipped);

        assertThat(memory.getJvmHeapMemorySize().getMebiBytes()).as("heap").isEqualTo(665);
        assertThat(memory.getManagedMemorySize().getMebiBytes()).as("RocksDB").isEqualTo(634);
        assertThat(memory.getTotalProcessMemorySize()).isEqualTo(MemorySize.ofMebiBytes(2048));
    }

    private static List<ConfigOption<?>> options() throws IllegalAccessException {
        List<ConfigOption<?>> options = new ArrayList<>();
        for (Class<?> type : OPTIONS) {
            for (Field field : type.getFields()) {
                if (field.getType() == ConfigOption.class) {
                    options.add((ConfigOption<?>) field.get(null));
                }
            }
        }
        return options;
    }
}
