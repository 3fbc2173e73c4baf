package io.milepost.local.stack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

/**
 * A small jar with the classes that run in the children and nowhere else. In a build our classes
 * lie in a folder, and the JVM makes no class data archive from a class path with folders; in the
 * registry's JVM nothing else of ours, and none of our libraries, may be on the class path.
 */
final class ChildJar {
    private static final List<String> CONTENT =
            List.of(path(ChildMain.class), path(BrokerMain.class), BrokerProcess.LOGGING);

    private ChildJar() {}

    /** Returns the jar in the cache; its name changes with its content. */
    static Path in(StackCache cache) throws IOException {
        var sum = new CRC32();
        for (var entry : CONTENT) {
            sum.update(bytes(entry));
        }
        return cache.once("child-%08x.jar".formatted(sum.getValue()), ChildJar::write);
    }

    private static void write(Path file) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (var entry : CONTENT) {
                jar.putNextEntry(new JarEntry(entry));
                jar.write(bytes(entry));
                jar.closeEntry();
            }
        }
    }

    private static byte[] bytes(String entry) throws IOException {
        try (var in = ChildJar.class.getResourceAsStream("/" + entry)) {
            if (in == null) {
                throw new FileNotFoundException(entry + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
