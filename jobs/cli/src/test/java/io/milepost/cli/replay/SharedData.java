package io.milepost.cli.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the real data that tests run on and that is no part of the project: in the folder named by
 * the system property {@code milepost.shared}, else in a folder {@code shared} beside the project
 * or beside any folder above it.
 */
final class SharedData {

    private SharedData() {}

    /** A file below the shared folder's {@code data}; empty when it is not there. */
    static Optional<Path> find(String file) {
        String property = System.getProperty("milepost.shared");
        if (property != null) {
            return existing(Path.of(property, "data", file));
        }
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            Optional<Path> found = existing(folder.resolve("shared/data").resolve(file));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> existing(Path file) {
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
