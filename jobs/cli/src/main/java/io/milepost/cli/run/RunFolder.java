package io.milepost.cli.run;

import io.milepost.cli.QuietLogs;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder of one run: data while it runs, and logs, which stay in a folder that was named. Only
 * one run may use it at a time.
 */
public final class RunFolder implements AutoCloseable {

    private static final String LOG_PROPERTY = "milepost.log";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private final boolean temporary;
    private final PrintStream formerOut = System.out;
    private final PrintStream formerErr = System.err;

    private PrintStream printed;

    private RunFolder(Path path, boolean temporary, FileChannel channel, FileLock lock) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a folder and sends logs, and whatever libraries print, to files in it.
     *
     * @param named the folder, made if need be; {@code null} for a new one among the system's
     *     temporary files
     * @throws IOException if it cannot be written, or another run uses it
     */
    public static RunFolder open(Path named) throws IOException {
        Path path =
                named == null
                        ? Files.createTempDirectory("milepost-")
                        : Files.createDirectories(named.toAbsolutePath().normalize());
        FileChannel channel =
                FileChannel.open(
                        path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException(
                    "work folder "
                            + path
                            + ": expected to be free but another run uses it; name another with"
                            + " --work");
        }
        RunFolder folder = new RunFolder(path, named == null, channel, lock);
        folder.takeLogs();
        return folder;
    }

    private void takeLogs() throws IOException {
        Files.createDirectories(log().getParent());
        System.setProperty(LOG_PROPERTY, log().toString());
        QuietLogs.toFile();
        printed =
                new PrintStream(
                        Files.newOutputStream(
                                log().resolveSibling("printed.log"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND),
                        true,
                        StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** The log of this run. */
    public Path log() {
        return path.resolve("logs").resolve("milepost.log");
    }

    /**
     * Deletes a new folder again, with its logs: nothing happened that is worth reading. A folder
     * that was named stays as it is.
     *
     * @throws IOException if something in it cannot be deleted
     */
    void discard() throws IOException {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        System.setOut(formerOut);
        System.setErr(formerErr);
        printed.close();
        lock.release();
        channel.close();
    }
}
