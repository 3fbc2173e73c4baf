package io.milepost.local.stack;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Where the registry's program comes from: an archive of 109 MB that is unpacked once for each
 * machine, into the {@link StackCache}.
 *
 * <p>The archive is a file of its own, not a class path entry. It is the file named by the system
 * property {@value #PROPERTY}, else the one matching {@value #NAMES} in the folder {@code registry}
 * beside our jar or our folder of classes: {@code target/registry} in a build, {@code lib/registry}
 * in a distribution.
 */
final class RegistryArchive {
    /** System property that names another archive. */
    static final String PROPERTY = "milepost.registry.archive";

    private static final String NAMES = "apicurio-registry-app-*-all.tar.gz";

    private RegistryArchive() {}

    /**
     * Returns the folder of the unpacked program, unpacking it if this is the first use.
     *
     * @throws IOException if the archive is nowhere, which the message lists, or cannot be unpacked
     */
    static Path unpacked(StackCache cache) throws IOException {
        var archive = locate();
        var name = archive.getFileName().toString().replace(".tar.gz", "");
        return cache.once(name, target -> unpack(archive, target));
    }

    private static Path locate() throws IOException {
        var named = System.getProperty(PROPERTY);
        if (named != null && !named.isBlank()) {
            var file = Path.of(named).toAbsolutePath();
            if (!Files.isRegularFile(file)) {
                throw new FileNotFoundException(
                        "-D" + PROPERTY + ": expected an archive but " + file + " is no file");
            }
            return file;
        }
        var folder = ourOwnPlace().resolveSibling("registry");
        for (var file : matching(folder)) {
            return file;
        }
        throw new FileNotFoundException(
                "the schema registry's archive was not found: no %s in %s; build jobs/local with Maven, or name it with -D%s"
                        .formatted(NAMES, folder, PROPERTY));
    }

    private static List<Path> matching(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var found = Files.newDirectoryStream(folder, NAMES)) {
                found.forEach(files::add);
            }
        }
        return files;
    }

    private static Path ourOwnPlace() {
        try {
            var location =
                    RegistryArchive.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(location.toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "the place of our own classes is no file: " + e.getInput(), e);
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new GZIPInputStream(
                                new BufferedInputStream(Files.newInputStream(archive)), 1 << 16))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(
                            archive
                                    + ": entry "
                                    + entry.getName()
                                    + " leads out of the target folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                }
            }
        }
    }
}
