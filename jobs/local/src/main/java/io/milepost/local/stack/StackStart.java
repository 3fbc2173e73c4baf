package io.milepost.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One start of a stack: its services side by side, and all of them stopped again if one fails. */
final class StackStart {
    private static final int SERVICES = StackService.values().length;

    private final StackOptions options;
    private final WorkFolder folder;
    private final StackProgress progress;

    private volatile BrokerProcess broker;
    private volatile RegistryProcess registry;
    private volatile LocalCluster cluster;

    StackStart(StackOptions options, WorkFolder folder, StackProgress progress) {
        this.options = options;
        this.folder = folder;
        this.progress = progress;
    }

    EmbeddedStack run() throws StackStartException, InterruptedException {
        var pool = Executors.newFixedThreadPool(SERVICES, StackStart::thread);
        var running = new ExecutorCompletionService<Void>(pool);
        var children =
                List.of(running.submit(this::startBroker), running.submit(this::startRegistry));
        running.submit(this::startCluster);
        pool.shutdown();
        var done = false;
        try {
            for (var i = 0; i < SERVICES; i++) {
                running.take().get();
            }
            done = true;
            return new EmbeddedStack(folder, broker, registry, cluster);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            var reason = cause instanceof IOException ? cause.getMessage() : cause.toString();
            throw new StackStartException("the embedded stack did not start: " + reason, cause);
        } finally {
            if (!done) {
                // Flink's start is not interrupted: it would print that to the terminal.
                children.forEach(child -> child.cancel(true));
                giveUp(pool);
            }
        }
    }

    private Void startBroker() throws IOException, InterruptedException {
        broker =
                timed(
                        StackService.BROKER,
                        () ->
                                BrokerProcess.start(
                                        options.brokerPort(),
                                        folder.data(StackService.BROKER),
                                        folder.log(StackService.BROKER)),
                        BrokerProcess::bootstrapServers);
        return null;
    }

    private Void startRegistry() throws IOException, InterruptedException {
        registry =
                timed(
                        StackService.REGISTRY,
                        () ->
                                RegistryProcess.start(
                                        options.registryPort(),
                                        folder.data(StackService.REGISTRY),
                                        folder.log(StackService.REGISTRY)),
                        RegistryProcess::url);
        return null;
    }

    private Void startCluster() throws IOException, InterruptedException {
        var spec =
                new LocalCluster.Spec(
                        options.uiPort(),
                        options.taskManagers(),
                        options.slotsPerTaskManager(),
                        folder.data(StackService.FLINK),
                        options.flink());
        cluster =
                timed(
                        StackService.FLINK,
                        () -> LocalCluster.start(spec),
                        started -> started.webUi().toString());
        return null;
    }

    private interface Start<T> {
        T start() throws IOException, InterruptedException;
    }

    private <T> T timed(StackService service, Start<T> start, Function<T, String> address)
            throws IOException, InterruptedException {
        synchronized (progress) {
            progress.starting(service);
        }
        var began = System.nanoTime();
        var started = start.start();
        var took = Duration.ofNanos(System.nanoTime() - began);
        synchronized (progress) {
            progress.ready(service, address.apply(started), took);
        }
        return started;
    }

    /**
     * Waits for the starts under way, of which failed ones clean up after themselves, and stops
     * what had started.
     */
    private void giveUp(ExecutorService pool) {
        var interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        StackStop.stop(broker, registry, cluster);
        folder.release(true);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stack-start");
        thread.setDaemon(true);
        return thread;
    }
}
