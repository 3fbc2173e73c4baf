package io.milepost.partners.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An archive in a folder: {@code ab/cdef...} for the hash {@code abcdef...}. A file appears under
 * its name only when it is whole and on the disk. Several processes may share a folder: what
 * arrives lies in a place of each process's own, which is cleared when that process is gone.
 */
public final class FolderArchive implements Archive, AutoCloseable {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final ArrivingFiles arriving;

    /**
     * Opens it; what processes left that are gone was acknowledged to nobody, and is deleted.
     *
     * @param folder where to keep everything; made if it is missing
     * @throws IOException if it cannot be made or written
     */
    public FolderArchive(Path folder) throws IOException {
        this.folder = folder;
        arriving = ArrivingFiles.open(Files.createDirectories(folder.resolve("arriving")));
    }

    @Override
    public void close() throws IOException {
        arriving.close();
    }

    @Override
    public Kept keep(InputStream in, long limit) throws IOException {
        Path file = arriving.next();
        try {
            MessageDigest digest = sha256();
            long length = copy(in, file, digest, limit);
            Kept kept = new Kept(HexFormat.of().formatHex(digest.digest()), length);
            settle(file, place(kept.sha256()));
            return kept;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        if (!HASH.matcher(sha256).matches()) {
            throw new IOException("expected a SHA-256 in hexadecimal but found " + sha256);
        }
        return Files.newInputStream(place(sha256));
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static long copy(InputStream in, Path file, MessageDigest digest, long limit)
            throws IOException {
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                length += read;
                if (length > limit) {
                    throw new TooLongException(limit);
                }
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        return length;
    }

    private static void settle(Path file, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        if (Files.exists(place)) {
            return;
        }
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Somebody else kept the same meanwhile.
            return;
        }
        try (FileChannel parent = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            // The name is on the disk as well.
            parent.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
