package io.milepost.cli.run;

import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.StackOptions;
import java.util.Map;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * Ports of the embedded stack; 0 picks a free one.
 *
 * @param broker of the Kafka broker
 * @param registry of the schema registry
 * @param ui of the Flink web UI
 */
public record StackPorts(int broker, int registry, int ui) {

    /**
     * Options of a run with these ports, whose web UI shows the log of the run.
     *
     * @param parallelism subtasks of each operator, at least 1
     * @param folder of data and logs
     */
    public RunOptions options(int parallelism, RunFolder folder) {
        String log = folder.log().toString();
        return RunOptions.defaults()
                .withParallelism(parallelism)
                .withStack(
                        StackOptions.defaults()
                                .withPorts(broker, registry, ui)
                                .withFolder(folder.path())
                                .withTaskManagers(1, parallelism)
                                .withFlink(
                                        Map.of(
                                                WebOptions.LOG_PATH.key(),
                                                log,
                                                TaskManagerOptions.TASK_MANAGER_LOG_PATH.key(),
                                                log)));
    }
}
