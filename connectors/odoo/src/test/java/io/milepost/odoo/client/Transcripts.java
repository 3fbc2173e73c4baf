package io.milepost.odoo.client;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What real servers said: transcripts that are no part of the project. They are in the folder named
 * by the system property {@code milepost.shared}, else in a folder {@code shared} beside the
 * project or beside any folder above it.
 */
final class Transcripts {

    private Transcripts() {}

    /** All of them, by name; skips the test where they are absent. */
    static List<JsonNode> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().map(Transcripts::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String property = System.getProperty("milepost.shared");
        if (property != null && Files.isDirectory(Path.of(property, "odoo", "transcripts"))) {
            return Path.of(property, "odoo", "transcripts");
        }
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/odoo/transcripts");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return abort("shared/odoo/transcripts is not beside the project: nothing to run on");
    }

    private static JsonNode read(Path file) {
        try {
            return OdooJson.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The answer as the server gave it. */
    static Reply reply(JsonNode transcript) {
        JsonNode http = transcript.path("http");
        Map<String, String> headers = new TreeMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> all = http.path("responseHeaders").fields();
                all.hasNext(); ) {
            Map.Entry<String, JsonNode> header = all.next();
            headers.put(header.getKey(), header.getValue().asText());
        }
        // Tracebacks were cut from the bodies.
        headers.remove("Content-Length");
        headers.remove("Connection");
        JsonNode body = transcript.path("response");
        return new Reply(
                Reply.Kind.ANSWER,
                http.path("httpVersion").asText(),
                http.path("status").asInt(),
                http.path("reason").asText(),
                headers,
                body.isTextual()
                        ? body.textValue()
                        : new String(OdooJson.write(body), StandardCharsets.UTF_8));
    }
}
