package io.milepost.schemas.compatibility;

import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Compatibility;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;

/**
 * The schemas that releases came with: a folder for each release, in it a file for each subject,
 * named {@code subject.avsc}.
 */
final class ReleasedSchemas {

    private static final String ENDING = ".avsc";

    private final Path folder;

    ReleasedSchemas(Path folder) {
        this.folder = folder;
    }

    /** The subjects of the catalogue, without a prefix. */
    static Map<String, Subject> today() {
        Map<String, Subject> subjects = new TreeMap<>();
        for (Topic<?> topic : Catalogue.all()) {
            subjects.put(topic.subject(""), new Subject(topic.schema(), topic.compatibility()));
        }
        subjects.put(
                Catalogue.HEARTBEAT_SUBJECT,
                new Subject(Catalogue.heartbeatSchema(), Compatibility.BACKWARD_TRANSITIVE));
        return subjects;
    }

    /** Every schema of every release, oldest release first. */
    List<Released> all() throws IOException {
        List<Released> all = new ArrayList<>();
        for (Path release : sorted(folder)) {
            if (!Files.isDirectory(release)) {
                continue;
            }
            for (Path file : sorted(release)) {
                String name = file.getFileName().toString();
                all.add(
                        new Released(
                                release.getFileName().toString(),
                                name.substring(0, name.length() - ENDING.length()),
                                new SchemaParser().parse(file).mainSchema()));
            }
        }
        return all;
    }

    /** Writes the schemas of today as those of a release. */
    void write(String release) throws IOException {
        Path target = Files.createDirectories(folder.resolve(release));
        SchemaFormatter pretty = SchemaFormatter.getInstance("json/pretty");
        for (Map.Entry<String, Subject> subject : today().entrySet()) {
            Files.writeString(
                    target.resolve(subject.getKey() + ENDING),
                    pretty.format(subject.getValue().schema()) + "\n");
        }
    }

    /** Names such as 0.2 and 0.10 in the order of their numbers. */
    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted((a, b) -> Arrays.compare(parts(a), parts(b))).toList();
        }
    }

    private static String[] parts(Path path) {
        return Stream.of(path.getFileName().toString().split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)"))
                .map(part -> part.matches("\\d+") ? "%09d".formatted(Long.parseLong(part)) : part)
                .toArray(String[]::new);
    }

    /**
     * A subject as it is now.
     *
     * @param schema its schema
     * @param compatibility how it may change
     */
    record Subject(Schema schema, Compatibility compatibility) {}

    /**
     * A schema that was released.
     *
     * @param release the release
     * @param subject the subject, without a prefix
     * @param schema what it was then
     */
    record Released(String release, String subject, Schema schema) {}
}
