package io.milepost.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A real broker, a real registry and a Flink cluster, started together. Under the work folder lie
 * {@code broker}, {@code registry}, {@code flink}, and {@code logs} with {@code broker.log} and
 * {@code registry.log}; Flink logs where our JVM does.
 *
 * <p>It installs no shutdown hook; {@link #close} may be called from one (then let log4j not
 * install its own). Should we be killed, the broker and the registry end by themselves.
 */
public final class EmbeddedStack implements AutoCloseable {
    private final WorkFolder folder;
    private final BrokerProcess broker;
    private final RegistryProcess registry;
    private final LocalCluster cluster;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedStack(
            WorkFolder folder,
            BrokerProcess broker,
            RegistryProcess registry,
            LocalCluster cluster) {
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
        this.cluster = cluster;
    }

    /**
     * Starts everything at the same time and returns when all of it is of use.
     *
     * @param progress is told of each service
     * @throws PortInUseException if ports that were asked for are taken; all of them are named,
     *     nothing was started
     * @throws StackStartException if a service does not start; the others are stopped again
     * @throws InterruptedException if interrupted; nothing is left running
     */
    public static EmbeddedStack start(StackOptions options, StackProgress progress)
            throws StackStartException, InterruptedException {
        PortInUseException.check(options);
        try {
            var folder = WorkFolder.open(options.folder(), options.keep());
            return new StackStart(options, folder, progress).run();
        } catch (StackStartException e) {
            throw e;
        } catch (IOException e) {
            throw new StackStartException(
                    "the work folder of the embedded stack cannot be made: " + e, e);
        }
    }

    /** Value for Kafka's {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Base URL of the registry for Confluent clients. */
    public String registryUrl() {
        return registry.url();
    }

    /** Address of Flink's web UI and REST API. */
    public URI flinkUi() {
        return cluster.webUi();
    }

    /** Folder of data, checkpoints and logs. */
    public Path folder() {
        return folder.path();
    }

    /** Folder for what comes in from outside, which goes away with the data. */
    public Path archive() {
        return folder.archive();
    }

    /**
     * A new environment whose jobs run in the cluster, with settings that win over the cluster's.
     */
    public StreamExecutionEnvironment environment(Configuration settings) {
        return cluster.environment(settings);
    }

    /** A new environment whose jobs run in the cluster. */
    public StreamExecutionEnvironment environment() {
        return cluster.environment();
    }

    /** The Flink cluster, for tests that make it fail. */
    public LocalCluster cluster() {
        return cluster;
    }

    /** The broker, for tests that make it fail. */
    public BrokerProcess broker() {
        return broker;
    }

    /** The registry, for tests that make it fail. */
    public RegistryProcess registry() {
        return registry;
    }

    /**
     * Stops everything within 10 s and deletes what is not to be kept. Calls after the first do
     * nothing.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            StackStop.stop(broker, registry, cluster);
            folder.release(false);
        }
    }
}
