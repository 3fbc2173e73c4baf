package io.milepost.odoo.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sends recorded requests to a double, byte for byte but for spaces, and compares what it answers
 * with what was recorded. The double's ids are set to those of the recording, so nothing has to be
 * translated; its secrets are the words that took their place in the recording.
 */
final class Play implements AutoCloseable {
    /** What stands in place of every password. */
    static final String PASSWORD = "<PASSWORD-OR-API-KEY>";

    /** What stands in place of every key. */
    static final String KEY = "<API-KEY>";

    private static final Clock THEN =
            Clock.fixed(Instant.parse("2026-11-23T19:42:39Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> RESTRICTED = Set.of("Content-Length", "Connection", "Host");

    private final EmbeddedOdoo odoo;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> played = new TreeSet<>();

    Play(EmbeddedOdooOptions options) {
        odoo = EmbeddedOdoo.start(options.withClock(THEN));
    }

    EmbeddedOdoo odoo() {
        return odoo;
    }

    /** Lets the administrator have the recorded password and key. */
    Play withSecrets() {
        odoo.account(2, "admin", PASSWORD);
        odoo.addKey(2, KEY);
        return this;
    }

    /** Plays one transcript. */
    Play play(String number) {
        Transcript transcript = Transcript.read(number);
        HttpResponse<String> answer = send(transcript);
        assertThat(answer.statusCode())
                .as(transcript.name())
                .isEqualTo(transcript.http().path("status").asInt());
        assertThat(answer.headers().firstValue("Content-Type").orElse("").split(";")[0])
                .as(transcript.name())
                .isEqualTo(
                        transcript
                                .http()
                                .at("/responseHeaders/Content-Type")
                                .asText()
                                .split(";")[0]);
        assertThat(Comparison.differences(transcript.response(), parse(answer.body())))
                .as(transcript.name())
                .isEmpty();
        played.add(number);
        return this;
    }

    /** Plays some transcripts in order. */
    Play play(String... numbers) {
        for (String number : numbers) {
            play(number);
        }
        return this;
    }

    /** What was played. */
    Set<String> played() {
        return played;
    }

    @Override
    public void close() {
        odoo.close();
    }

    private HttpResponse<String> send(Transcript transcript) {
        JsonNode recorded = transcript.http();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(odoo.url() + recorded.path("path").asText()));
        for (Map.Entry<String, JsonNode> header : recorded.path("requestHeaders").properties()) {
            if (!RESTRICTED.contains(header.getKey())) {
                request.header(header.getKey(), header.getValue().asText());
            }
        }
        JsonNode body = transcript.request();
        String text = body.isNull() ? "" : body.isTextual() ? body.asText() : body.toString();
        request.method(recorded.path("method").asText(), HttpRequest.BodyPublishers.ofString(text));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(transcript.name() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(transcript.name() + " was interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return TextNode.valueOf(body);
        }
    }
}
