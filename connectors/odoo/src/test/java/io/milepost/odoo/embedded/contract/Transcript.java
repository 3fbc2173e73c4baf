package io.milepost.odoo.embedded.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One exchange with a real server, as it was written down; no part of the project. */
record Transcript(String name, JsonNode http, JsonNode request, JsonNode response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads one by the beginning of its name; skips the test where there are none. */
    static Transcript read(String start) {
        Path file =
                files().stream()
                        .filter(path -> path.getFileName().toString().startsWith(start + "-"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no transcript " + start));
        try {
            JsonNode read = JSON.readTree(Files.readString(file));
            return new Transcript(
                    read.path("name").asText(),
                    read.path("http"),
                    read.path("request"),
                    read.path("response"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of all of them. */
    static List<String> numbers() {
        return files().stream()
                .map(path -> path.getFileName().toString().split("-")[0])
                .sorted()
                .toList();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(path -> path.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String property = System.getProperty("milepost.shared");
        if (property != null) {
            Path named = Path.of(property, "odoo/transcripts");
            return Files.isDirectory(named) ? named : skip();
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path candidate = folder.resolve("shared/odoo/transcripts");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
            folder = folder.getParent();
        }
        return skip();
    }

    private static Path skip() {
        return abort("shared/odoo/transcripts is not beside the project: nothing to compare with");
    }
}
