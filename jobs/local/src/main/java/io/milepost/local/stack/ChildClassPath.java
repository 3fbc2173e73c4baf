package io.milepost.local.stack;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The libraries of our own JVM, for a child that needs the same ones. */
final class ChildClassPath {
    private ChildClassPath() {}

    /**
     * The jars on our class path, in its order. Folders are left out: in a build they hold our own classes, and what a
     * child needs of them is in {@link ChildJar}. So are Flink's jars, which no child uses.
     */
    static List<Path> jars() {
        return entries().filter(Files::isRegularFile)
                .filter(jar -> !jar.getFileName().toString().startsWith("flink-"))
                .distinct()
                .toList();
    }

    private static Stream<Path> entries() {
        // A build tool that runs our main in its own JVM gives us a class loader of ours, not a class path.
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
