package io.milepost.e2e;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/**
 * The compiled classes of every module of this build, tests included: the class path of this module
 * has only what the others publish.
 */
public final class AllModules implements LocationProvider {
    private static final Set<String> OUTPUTS = Set.of("classes", "test-classes");

    @Override
    public Set<Location> get(Class<?> testClass) {
        return outputs(root());
    }

    /** The folder with the parent POM, found upwards from the working directory. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "working directory: expected a folder below one with .mvn but was "
                            + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    private static Set<Location> outputs(Path root) {
        var found = new HashSet<Location>();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            String name = folder.getFileName().toString();
                            Path parent = folder.getParent();
                            if (parent != null && parent.endsWith("target")) {
                                if (OUTPUTS.contains(name)) {
                                    found.add(Location.of(folder));
                                }
                                return FileVisitResult.SKIP_SUBTREE;
                            }
                            return name.equals("src") || name.startsWith(".")
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(root + ": cannot look for compiled classes", e);
        }
        return found;
    }
}
