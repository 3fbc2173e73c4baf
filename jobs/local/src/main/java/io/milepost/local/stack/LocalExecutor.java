package io.milepost.local.stack;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;

/**
 * Binds a Flink environment to a {@link LocalCluster}: turns its pipeline into a job and submits it
 * there.
 */
record LocalExecutor(LocalCluster cluster)
        implements PipelineExecutorServiceLoader, PipelineExecutorFactory, PipelineExecutor {
    /** Execution target of environments that are bound to a local cluster. */
    static final String NAME = "milepost-local";

    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
        return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
        return Stream.of(NAME);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return NAME.equals(configuration.get(DeploymentOptions.TARGET));
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
        return this;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Pipeline pipeline, Configuration configuration, ClassLoader loader) throws Exception {
        var job =
                PipelineExecutorUtils.getStreamGraph(pipeline, configuration)
                        .getJobGraph(loader, null);
        return CompletableFuture.completedFuture(cluster.submit(job));
    }
}
