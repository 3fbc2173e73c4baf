package io.milepost.e2e.stack;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the real data that tests run on and that is no part of the project: in the folder named by
 * the system property {@code milepost.shared}, else in a folder {@code shared} beside the project
 * or beside any folder above it.
 */
public final class SharedData {

    private SharedData() {}

    /** A file below the shared folder's {@code data}; skips the test where it is absent. */
    public static Path require(String file) {
        String property = System.getProperty("milepost.shared");
        if (property != null) {
            Path named = Path.of(property, "data", file);
            return Files.isRegularFile(named) ? named : skip(file);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path candidate = folder.resolve("shared/data").resolve(file);
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
            folder = folder.getParent();
        }
        return skip(file);
    }

    private static Path skip(String file) {
        return abort("shared/data/" + file + " is not beside the project: nothing to run on");
    }
}
