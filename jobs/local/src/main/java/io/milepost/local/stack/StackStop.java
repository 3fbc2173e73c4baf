package io.milepost.local.stack;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order in which a stack ends: jobs first, so that they part from the broker in good order,
 * then the broker.
 */
final class StackStop {
    private static final Logger LOG = LoggerFactory.getLogger(StackStop.class);

    /**
     * A child that records its class data archive takes some seconds to end; it does so once on a
     * machine.
     */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private StackStop() {}

    /**
     * Stops these services, of which those that never started are null, within 9 s. An interrupt
     * makes it faster and rougher, and is kept.
     */
    static void stop(BrokerProcess broker, RegistryProcess registry, LocalCluster cluster) {
        var end = System.nanoTime() + LIMIT.toNanos();
        // No job needs the registry to end.
        var beside = new Thread(() -> close(registry), "stack-stop");
        beside.start();
        if (cluster != null) {
            close(cluster);
        }
        if (broker != null) {
            broker.close(Duration.ofNanos(end - System.nanoTime()));
        }
        join(beside);
    }

    private static void close(LocalCluster cluster) {
        try {
            cluster.close();
        } catch (IOException e) {
            LOG.warn("{}; going on to stop the broker", e.getMessage(), e);
        }
    }

    private static void close(RegistryProcess registry) {
        if (registry != null) {
            registry.close(LIMIT);
        }
    }

    private static void join(Thread thread) {
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
