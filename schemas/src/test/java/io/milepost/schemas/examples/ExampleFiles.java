package io.milepost.schemas.examples;

import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Which example belongs to which event type, by the name of its file. */
final class ExampleFiles {

    private static final Path FOLDER = Path.of("src", "main", "examples");
    private static final String SUFFIX = ".json";

    private ExampleFiles() {}

    /**
     * One event type and the file that shows it.
     *
     * @param name name of the file without its ending
     * @param schema schema of the event
     * @param body name of the record in the body; {@code null} where the type has no choice of body
     */
    record EventType(String name, Schema schema, String body) {

        Path file() {
            return FOLDER.resolve(name + SUFFIX);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Every event type: one a topic, one a kind of body where there are several, the heartbeat. */
    static List<EventType> types() {
        List<EventType> types = new ArrayList<>();
        for (Topic<?> topic : Catalogue.all()) {
            Schema.Field body = topic.schema().getField("body");
            if (body == null) {
                types.add(new EventType(topic.name(), topic.schema(), null));
            } else {
                for (Schema kind : body.schema().getTypes()) {
                    types.add(
                            new EventType(
                                    topic.name() + "." + withHyphens(kind.getName()),
                                    topic.schema(),
                                    kind.getName()));
                }
            }
        }
        types.add(new EventType(Catalogue.HEARTBEAT_KEY, Catalogue.heartbeatSchema(), null));
        return types;
    }

    /** Names of the files that are there, without their ending. */
    static List<String> found() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(ExampleFiles::withoutSuffix)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("examples: cannot list " + FOLDER.toAbsolutePath(), e);
        }
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static String withHyphens(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
