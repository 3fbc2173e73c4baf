package io.milepost.pipelines.runs;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.MilestonesSettings;
import io.milepost.pipelines.start.JobStart;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs jobs on a cluster in this JVM, with the settings that the product starts them with.
 *
 * @param cluster the cluster
 * @param folder where savepoints go
 */
public record TestedRuns(MiniCluster cluster, Path folder) {

    private static final long LIMIT_SECONDS = 60;

    /**
     * How a job is started.
     *
     * @param parallelism subtasks of each operator
     * @param backend name of the state backend
     * @param from the savepoint to go on from; {@code null} for none
     * @param uids what becomes of the operators' uids
     */
    public record Start(
            int parallelism, String backend, Savepoint from, UnaryOperator<String> uids) {

        /** With the backend of the product, and nothing remembered. */
        public static Start fresh(int parallelism) {
            return new Start(parallelism, "rocksdb", null, UnaryOperator.identity());
        }

        /** From a savepoint. */
        public static Start from(Savepoint savepoint, int parallelism, String backend) {
            return new Start(parallelism, backend, savepoint, UnaryOperator.identity());
        }

        /** With other uids. */
        public Start withUids(UnaryOperator<String> changed) {
            return new Start(parallelism, backend, from, changed);
        }
    }

    /**
     * Starts a job; state in the savepoint that the job does not take fails it.
     *
     * @param script what its topics hold, in their order
     */
    public RunningJob start(TestedJob job, Start start, List<InboundRecord> script)
            throws Exception {
        Run run = Run.over(script);
        JobGraph graph = graph(job, start, run);
        if (start.from() != null) {
            graph.setSavepointRestoreSettings(
                    SavepointRestoreSettings.forPath(
                            start.from().folder().toUri().toString(), false));
        }
        cluster.submitJob(graph).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return new RunningJob(cluster, graph.getJobID(), run, folder);
    }

    private static JobGraph graph(TestedJob job, Start start, Run run) {
        StreamExecutionEnvironment environment =
                new StreamExecutionEnvironment(new Configuration());
        new JobStart("tested", settings(start.parallelism()).job()).configure(environment);
        environment.configure(overrides(start));
        DataStream<OutboundRecord> outputs =
                job.topology()
                        .define(
                                source(environment, run, job.topics(), new HeartbeatWatermarks())
                                        .uid(job.sourceUid()),
                                topics ->
                                        source(
                                                environment,
                                                run,
                                                List.of(topics),
                                                run.unclocked(String.join(", ", topics))));
        Transformation<?> end =
                outputs.sinkTo(new GatheringSink(run.number()))
                        .uid(job.sinkUid())
                        .getTransformation();
        for (Transformation<?> each : withInputs(end, new LinkedHashSet<>())) {
            if (each.getUid() != null) {
                each.setUid(start.uids().apply(each.getUid()));
            }
        }
        return environment.getStreamGraph().getJobGraph();
    }

    private static Set<Transformation<?>> withInputs(
            Transformation<?> end, Set<Transformation<?>> found) {
        if (found.add(end)) {
            end.getInputs().forEach(input -> withInputs(input, found));
        }
        return found;
    }

    private static SingleOutputStreamOperator<InboundRecord> source(
            StreamExecutionEnvironment environment,
            Run run,
            List<String> topics,
            WatermarkStrategy<InboundRecord> clock) {
        int parallelism = Math.min(environment.getParallelism(), topics.size());
        return environment
                .fromSource(
                        new ScriptedSource(run.number(), topics),
                        clock,
                        topics.toString(),
                        InboundRecordTypeInfo.INSTANCE)
                .setParallelism(parallelism);
    }

    private static MilestonesSettings settings(int parallelism) {
        return MilestonesSettings.parse(
                "--bootstrap-servers=none:1",
                "--registry-url=http://none",
                "--checkpoint-interval=1 h",
                "--parallelism=" + parallelism);
    }

    private static Configuration overrides(Start start) {
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, start.backend());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return configuration;
    }
}
