package io.milepost.local.stack;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The libraries of our own JVM, for a child that needs the same ones. */
final class ChildClassPath {
    private ChildClassPath() {}

    /**
     * The jars on our class path whose file names begin with one of these, in the order of their
     * paths: the same list for every program that has the same libraries, so that they share one
     * {@link ClassDataArchive}.
     */
    static List<Path> jars(Set<String> prefixes) {
        return entries()
                .filter(Files::isRegularFile)
                .filter(jar -> prefixes.stream().anyMatch(jar.getFileName().toString()::startsWith))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Path> entries() {
        // A build tool that runs our main in its own JVM gives us a class loader of ours, not a
        // class path.
        if (ChildClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(ChildClassPath::toPath);
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath());
    }

    private static Path toPath(URL url) {
        return Path.of(URI.create(url.toString()));
    }
}
