package io.milepost.partners.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Puts documents into a partner's folder. A file appears whole, under a name made of the document's
 * id: what is there already is not put there again.
 */
public final class FolderCourier implements Courier {

    private final Path root;
    private final ExecutorService writers =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "partner-folders");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * @param root folder of the partners' folders; {@code null} if there is none
     */
    public FolderCourier(Path root) {
        this.root = root;
    }

    @Override
    public CompletableFuture<Outcome> bring(Parcel parcel) {
        try {
            return CompletableFuture.supplyAsync(() -> put(parcel), writers);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(Outcome.again("closed", null));
        }
    }

    private Outcome put(Parcel parcel) {
        if (root == null) {
            return Outcome.again(
                    "folder: expected the setting delivery-folder but found none", null);
        }
        WrittenDocument document = parcel.document();
        Path folder = root.resolve(parcel.terms().folder());
        Path file = folder.resolve(parcel.id() + "." + document.extension());
        Path unfinished = folder.resolve("." + parcel.id() + ".part");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                return Outcome.SENT;
            }
            write(unfinished, document.bytes());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return Outcome.SENT;
        } catch (IOException e) {
            return Outcome.again(
                    "folder "
                            + folder
                            + ": "
                            + e.getClass().getSimpleName()
                            + ": "
                            + e.getMessage(),
                    null);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    @Override
    public void close() {
        writers.shutdownNow();
    }
}
