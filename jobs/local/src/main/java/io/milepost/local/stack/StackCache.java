package io.milepost.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder that outlives a stack: the unpacked registry, the jar of the children's first class,
 * and the class data archives that make later starts short. It may be deleted at any time when no
 * stack runs.
 *
 * <p>It is the system property {@value #PROPERTY}, else {@code $XDG_CACHE_HOME/milepost}, else
 * {@code ~/.cache/milepost}.
 */
final class StackCache {
    /** System property that names another folder. */
    static final String PROPERTY = "milepost.cache";

    private static final AtomicInteger DRAFTS = new AtomicInteger();

    private final Path folder;

    private StackCache(Path folder) {
        this.folder = folder;
    }

    /** Writes one cache entry, a file or a folder, to a path that does not exist yet. */
    interface Writer {
        void writeTo(Path target) throws IOException;
    }

    /**
     * Opens the cache, making its folder if needed.
     *
     * @throws IOException if the folder cannot be made or written; the message says how to name
     *     another
     */
    static StackCache open() throws IOException {
        var folder = location();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make the cache folder "
                            + folder
                            + " ("
                            + e
                            + "); name another with -D"
                            + PROPERTY,
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(
                    "the cache folder "
                            + folder
                            + " is not writable; name another with -D"
                            + PROPERTY);
        }
        return new StackCache(folder);
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /**
     * Returns the entry of this name, written by {@code writer} if it is not there. The entry
     * appears whole or not at all, and only one of several threads or processes writes it.
     */
    @SuppressWarnings("try") // The lock is held, not used.
    Path once(String name, Writer writer) throws IOException {
        var entry = resolve(name);
        if (Files.exists(entry)) {
            return entry;
        }
        // A file lock belongs to the whole JVM, hence the monitor for our own threads.
        synchronized (StackCache.class) {
            try (var channel =
                            FileChannel.open(
                                    resolve(name + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var ignored = channel.lock()) {
                if (!Files.exists(entry)) {
                    deleteAbandonedDrafts(name);
                    var draft = draft(name);
                    writer.writeTo(draft);
                    Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
                }
                return entry;
            }
        }
    }

    /** A new path beside the entry of this name, used by nobody else. */
    Path draft(String name) {
        var number = DRAFTS.incrementAndGet();
        return resolve("." + name + "." + ProcessHandle.current().pid() + "." + number);
    }

    /** Deletes drafts of the entry of this name whose writers have died. */
    void deleteAbandonedDrafts(String name) throws IOException {
        var prefix = "." + name + ".";
        try (var drafts = Files.newDirectoryStream(folder, prefix + "*")) {
            for (var draft : drafts) {
                var owner = draft.getFileName().toString().substring(prefix.length());
                if (ProcessHandle.of(Long.parseLong(owner.replaceAll("[.].*", ""))).isEmpty()) {
                    Folders.delete(draft);
                }
            }
        }
    }

    private static Path location() {
        var named = System.getProperty(PROPERTY);
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base =
                xdg == null || xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        return base.resolve("milepost").toAbsolutePath();
    }
}
