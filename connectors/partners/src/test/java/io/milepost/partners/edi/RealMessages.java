package io.milepost.partners.edi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Messages that others published, which are no part of the project: in the folder named by the
 * system property {@code milepost.shared}, else in a folder {@code shared} beside the project or
 * beside any folder above it.
 */
final class RealMessages {

    static final String ABSENT =
            "shared/data/messages is neither under -Dmilepost.shared nor beside the project";

    private RealMessages() {}

    /** The folder of the messages in a format; empty when it is not there. */
    static Optional<Path> folder(String format) {
        String property = System.getProperty("milepost.shared");
        if (property != null) {
            return existing(Path.of(property, "data", "messages", format));
        }
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            Optional<Path> found = existing(folder.resolve("shared/data/messages/" + format));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All files of the format, by name. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> existing(Path folder) {
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }
}
