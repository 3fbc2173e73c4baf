package io.milepost.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM class data archive (AppCDS) of one child program, which cuts its start to about a third.
 * The first start records it, its exit writes it, which takes some seconds, and later starts use
 * it. It is bound to the JVM and to the jars by their names, sizes and times; should it not fit
 * after all, the JVM ignores it.
 */
final class ClassDataArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassDataArchive.class);

    private final Path file;
    private final Path draft;
    private final boolean recorded;

    private ClassDataArchive(Path file, Path draft) {
        this.file = file;
        this.draft = draft;
        this.recorded = Files.exists(file);
    }

    /** The archive of a program with this class path, whether or not it is there. */
    static ClassDataArchive of(StackCache cache, String program, List<Path> classPath)
            throws IOException {
        var key = new StringBuilder(System.getProperty("java.vm.version"));
        for (var jar : classPath) {
            key.append('|')
                    .append(jar)
                    .append(Files.size(jar))
                    .append(Files.getLastModifiedTime(jar));
        }
        var sum = new CRC32();
        sum.update(key.toString().getBytes(StandardCharsets.UTF_8));
        var name = "%s-%08x.jsa".formatted(program, sum.getValue());
        cache.deleteAbandonedDrafts(name);
        return new ClassDataArchive(cache.resolve(name), cache.draft(name));
    }

    /** JVM arguments that use the archive, or that record it at exit. */
    List<String> jvmArguments() {
        var arguments =
                new ArrayList<>(
                        List.of("-Xshare:auto", "-Xlog:cds=error", "-Xlog:cds+dynamic=error"));
        arguments.add(
                (recorded ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + draft));
        return arguments;
    }

    /** Puts a new recording in place; to be called when the child has done its work and ended. */
    void keepRecording() {
        try {
            if (!recorded && Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            LOG.warn("{} was not kept, the next start will be slow: {}", file, e.toString());
        }
    }

    /**
     * Deletes a new recording; to be called when the child has ended before it was ready, so that
     * it loaded little, or by force, so that it may have written half.
     */
    void dropRecording() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted: {}", draft, e.toString());
        }
    }
}
