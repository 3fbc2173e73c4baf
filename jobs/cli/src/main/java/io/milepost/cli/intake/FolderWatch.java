package io.milepost.cli.intake;

import io.milepost.partners.intake.folder.WatchedFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into one folder again and again, in a thread of its own: a long file delays its sender. */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final ScheduledExecutorService thread;
    private final Duration grace;

    private FolderWatch(ScheduledExecutorService thread, Duration grace) {
        this.thread = thread;
        this.grace = grace;
    }

    /**
     * Starts to look.
     *
     * @param grace how long the file that is being taken may need at the end; it stays otherwise
     */
    static FolderWatch start(WatchedFolder folder, String profile, Duration every, Duration grace) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread made = new Thread(task, "folder-" + profile);
                            made.setDaemon(true);
                            return made;
                        });
        thread.scheduleWithFixedDelay(
                () -> look(folder, profile), 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return new FolderWatch(thread, grace);
    }

    private static void look(WatchedFolder folder, String profile) {
        try {
            folder.look();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Partner {}: the folder cannot be looked into", profile, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
                thread.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
