package io.milepost.e2e.cluster;

import io.milepost.cli.submit.JobJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The job jar of this build: an older one would be tested in place of what was just compiled. */
final class BuiltJobJar {

    private BuiltJobJar() {}

    /**
     * Finds it.
     *
     * @throws IOException if there is none
     * @throws IllegalStateException if a class of ours in it is not the one on our class path
     */
    static Path find() throws IOException {
        Path file = JobJar.find(null);
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                if (name.startsWith("io/milepost/") && name.endsWith(".class")) {
                    requireSame(file, name, jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        return file;
    }

    private static void requireSame(Path jar, String name, byte[] packed) throws IOException {
        try (InputStream compiled = BuiltJobJar.class.getResourceAsStream("/" + name)) {
            if (compiled == null || !Arrays.equals(packed, compiled.readAllBytes())) {
                throw new IllegalStateException(
                        jar
                                + ": expected the job jar of this build but "
                                + name
                                + " is another than the one compiled; build it with mvn package");
            }
        }
    }
}
