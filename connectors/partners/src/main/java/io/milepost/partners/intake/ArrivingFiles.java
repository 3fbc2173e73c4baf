package io.milepost.partners.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of this process that are not yet whole, in a folder of its own. A lock says that the
 * process lives; it goes with the process, however that ends.
 */
final class ArrivingFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivingFiles.class);

    private static final String LOCK = "lock";

    private final Path own;
    private final FileChannel lock;

    private ArrivingFiles(Path own, FileChannel lock) {
        this.own = own;
        this.lock = lock;
    }

    /**
     * Makes a folder for this process beside those of others, and clears what is left of dead ones.
     */
    static ArrivingFiles open(Path all) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(all)) {
            for (Path other : others) {
                clearIfDead(other);
            }
        }
        // Known under its name only when it is locked: nobody takes it for a dead one before.
        Path making = Files.createTempDirectory(all, ".");
        FileChannel channel =
                FileChannel.open(
                        making.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException(making + ": expected to lock it but somebody else has");
        }
        return new ArrivingFiles(
                Files.move(making, all.resolve(UUID.randomUUID().toString())), channel);
    }

    /** A file that does not exist yet. */
    Path next() {
        return own.resolve(UUID.randomUUID().toString());
    }

    private static void clearIfDead(Path folder) throws IOException {
        boolean making = folder.getFileName().toString().startsWith(".");
        if (making || !Files.isDirectory(folder)) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            try (FileLock free = channel.tryLock()) {
                if (free != null) {
                    clear(folder);
                }
            }
        } catch (OverlappingFileLockException e) {
            // It is of this very process.
            LOG.debug("{} is in use", folder);
        } catch (NoSuchFileException e) {
            // Somebody else clears it at the moment.
            LOG.debug("{} is being cleared", folder);
        }
    }

    private static void clear(Path folder) throws IOException {
        int left = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(LOCK)) {
                    Files.deleteIfExists(file);
                    left++;
                }
            }
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
        if (left > 0) {
            LOG.info("{} files that had not arrived when a process ended are deleted", left);
        }
    }

    @Override
    public void close() throws IOException {
        clear(own);
        lock.close();
    }
}
