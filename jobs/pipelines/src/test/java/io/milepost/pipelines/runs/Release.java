package io.milepost.pipelines.runs;

import io.milepost.kafka.inbound.InboundRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Savepoints that a release wrote, with the schemas of what waits in them: committed test data, one
 * file a job.
 *
 * @param number of the release's state, from 1
 */
public record Release(int number) {

    /**
     * The one that is being made. A release that remembers other things than before has a number.
     */
    public static final Release NEWEST = new Release(3);

    /** Whether this build writes the savepoints of the newest release anew. */
    public static final boolean REGENERATES = Boolean.getBoolean("milepost.regenerate");

    /** How to do so. */
    public static final String REGENERATE =
            "; to write the savepoints anew: mvn -pl jobs/pipelines -am test"
                    + " -Dmilepost.distribution.phase=none -Dtest='*SavepointTest'"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dmilepost.regenerate=true";

    private static final String SAVEPOINT = "_metadata";
    private static final String SCHEMA = ".avsc";

    private static final Path RESOURCES =
            Path.of("src", "test", "resources", "io", "milepost", "pipelines");

    /** All whose savepoints must be restored. */
    public static List<Release> all() {
        return IntStream.rangeClosed(1, NEWEST.number()).mapToObj(Release::new).toList();
    }

    /**
     * Each release on either backend, at a lower and a higher parallelism than it was written at.
     */
    public static Stream<Arguments> restores() {
        return all().stream()
                .flatMap(release -> Stream.of("rocksdb", "hashmap").flatMap(release::on));
    }

    private Stream<Arguments> on(String backend) {
        return Stream.of(1, 3).map(parallelism -> Arguments.of(this, backend, parallelism));
    }

    /** Records as a job of this release read them. */
    public List<InboundRecord> records(List<InboundRecord> records) {
        return records.stream().map(record -> ReleasedRegistry.as(number, record)).toList();
    }

    /** Writes a savepoint of a job, with the schemas of what it had read, to be committed. */
    public void write(String job, Savepoint savepoint, List<InboundRecord> read)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SAVEPOINT, savepoint.bytes());
        ReleasedRegistry.schemas(read)
                .forEach(
                        (id, text) ->
                                files.put(id + SCHEMA, text.getBytes(StandardCharsets.UTF_8)));
        Path file = file(job);
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    /** Unpacks the savepoint of a job, and lets the registry know its schemas. */
    public Savepoint read(String job, Path folder) throws IOException {
        Map<Integer, String> schemas = new TreeMap<>();
        byte[] savepoint = null;
        Path file = file(job);
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing" + REGENERATE);
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(SAVEPOINT)) {
                    savepoint = zip.readAllBytes();
                } else {
                    String id = entry.getName().substring(0, entry.getName().indexOf(SCHEMA));
                    schemas.put(
                            Integer.valueOf(id),
                            new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        ReleasedRegistry.know(schemas);
        return Savepoint.of(savepoint, folder.resolve(job + "-v" + number));
    }

    private Path file(String job) {
        return RESOURCES.resolve("v" + number).resolve(job + ".zip");
    }

    @Override
    public String toString() {
        return "v" + number;
    }
}
