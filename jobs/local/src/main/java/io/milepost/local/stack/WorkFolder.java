package io.milepost.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a stack keeps its data and logs, and what of it goes away again. */
record WorkFolder(Path path, boolean temporary, boolean keep) {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);

    /**
     * Makes the folder. Data of an earlier run that was to be deleted, but could not, is deleted
     * now.
     */
    static WorkFolder open(Optional<Path> named, boolean keep) throws IOException {
        if (named.isEmpty()) {
            return new WorkFolder(Files.createTempDirectory("milepost-"), true, keep);
        }
        var folder =
                new WorkFolder(
                        Files.createDirectories(named.get().toAbsolutePath().normalize()),
                        false,
                        keep);
        if (!keep) {
            folder.deleteData();
        }
        return folder;
    }

    Path data(StackService service) {
        return path.resolve(service.folder());
    }

    Path archive() {
        return path.resolve("archive");
    }

    Path log(StackService service) {
        return path.resolve("logs").resolve(service.folder() + ".log");
    }

    /**
     * Deletes what is not to be kept. Logs go with a temporary folder, unless the start has failed:
     * then they are what tells why.
     */
    void release(boolean startFailed) {
        if (keep) {
            return;
        }
        try {
            if (temporary && !startFailed) {
                Folders.delete(path);
            } else {
                deleteData();
            }
        } catch (UncheckedIOException e) {
            LOG.warn("not all of the stack's data could be deleted", e);
        }
    }

    private void deleteData() {
        for (var service : StackService.values()) {
            Folders.delete(data(service));
        }
        Folders.delete(archive());
    }
}
