package io.milepost.cli.submit;

import io.milepost.cli.InputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jar that runs on a cluster. It is the file named by the system property {@value #PROPERTY},
 * else the one matching {@value #NAMES} in the folder {@code jobs} of the distribution, which lies
 * beside the folder of our own jar.
 */
public final class JobJar {

    /** System property that names another jar. */
    static final String PROPERTY = "milepost.job.jar";

    private static final String NAMES = "milepost-pipelines-*-job.jar";

    private JobJar() {}

    /**
     * Finds it.
     *
     * @param named the jar that was named; {@code null} for the one of this distribution
     * @throws InputException if it is not there; the message says where it was looked for
     */
    public static Path find(Path named) throws IOException {
        if (named != null) {
            return existing("--jar", named);
        }
        String property = System.getProperty(PROPERTY);
        if (property != null && !property.isBlank()) {
            return existing("-D" + PROPERTY, Path.of(property));
        }
        Path folder = home().resolve("jobs");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, NAMES)) {
                files.forEach(found::add);
            }
        }
        if (found.size() != 1) {
            throw new InputException(
                    "job jar: expected one %s in %s but found %d; name it with --jar (it is built by"
                                    .formatted(NAMES, folder, found.size())
                            + " mvn package, in jobs/pipelines/target)",
                    null);
        }
        return found.get(0);
    }

    private static Path existing(String where, Path file) throws InputException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    where + ": expected a jar but " + file.toAbsolutePath() + " is no file", null);
        }
        return file.toAbsolutePath();
    }

    /** The distribution: our jar is in its folder lib. */
    private static Path home() {
        try {
            Path ours =
                    Path.of(
                            JobJar.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return ours.toAbsolutePath().resolve("../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "the place of our own classes is no file: " + e.getInput(), e);
        }
    }
}
