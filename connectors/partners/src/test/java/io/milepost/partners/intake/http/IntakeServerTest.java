package io.milepost.partners.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.intake.MemoryLog;
import io.milepost.partners.intake.X12Text;
import io.milepost.partners.intake.credential.ApiKey;
import io.milepost.partners.intake.credential.StandardWebhook;
import io.milepost.partners.message.Format;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeServerTest {

    private static final String KEY = "northwind-key-0123456789";
    private static final byte[] SECRET =
            "a secret of at least 24 bytes".getBytes(StandardCharsets.UTF_8);
    private static final int SIGNED_BODY = 1_000;
    private static final int CALLS = 5;

    @TempDir private Path archive;
    private final MemoryLog log = new MemoryLog();
    private final HttpClient client = HttpClient.newHttpClient();
    private final IntakeCounts counts = new IntakeCounts();
    private IntakeServer server;

    @BeforeEach
    void start() throws IOException {
        Intake intake =
                new Intake(
                        new FolderArchive(archive),
                        log,
                        new IntakeLimits(5_000, 4_000, 10, Duration.ofSeconds(5)));
        String whsec = "whsec_" + Base64.getEncoder().encodeToString(SECRET);
        server =
                IntakeServer.start(
                        intake,
                        List.of(
                                new IntakePartner(
                                        "northwind",
                                        Format.X12,
                                        List.of(new ApiKey(List.of(KEY))),
                                        CALLS),
                                new IntakePartner(
                                        "tracker",
                                        Format.JSON,
                                        List.of(
                                                new StandardWebhook(
                                                        List.of(whsec), Duration.ofMinutes(5))),
                                        CALLS)),
                        new IntakeServerOptions(
                                "127.0.0.1",
                                0,
                                null,
                                SIGNED_BODY,
                                2 * SIGNED_BODY,
                                Duration.ofSeconds(20),
                                4,
                                Duration.ofSeconds(5)),
                        Clock.systemUTC(),
                        counts);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCallIsAnsweredWhenItLiesInKafka() throws Exception {
        HttpResponse<String> answer = post("northwind", KEY, X12Text.interchange(7, 2));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode receipt = json(answer);
        assertThat(receipt.path("transactions").asInt()).isEqualTo(2);
        assertThat(receipt.path("repeated").asBoolean()).isFalse();
        assertThat(log.pieces()).hasSize(3);
        assertThat(log.pieces().get(0).getReceiptId()).isEqualTo(receipt.path("receipt").asText());
        assertThat(answer.headers().map()).doesNotContainKey("server");
        assertThat(counts.text())
                .contains("receipts_total{profile=\"northwind\",channel=\"http\"} 1")
                .contains("transactions_total{profile=\"northwind\",channel=\"http\"} 2");
    }

    @Test
    void aWrongKeyAndAnUnknownProfileAreToldApartByNobody() throws Exception {
        HttpResponse<String> wrong = post("northwind", KEY + "x", "x");
        HttpResponse<String> unknown = post("nobody", KEY, "x");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(log.pieces()).isEmpty();
        assertThat(counts.text())
                .contains(
                        "milepost_intake_refused_total{profile=\"northwind\",channel=\"http\","
                                + "reason=\"unknown-caller\"} 1")
                .contains("{profile=\"\",channel=\"http\",reason=\"unknown-caller\"} 1");
    }

    @Test
    void oneCannotSendInTheNameOfAnother() throws Exception {
        assertThat(post("tracker", KEY, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void aSignedCallIsKeptOnceHoweverOftenItIsPlayedAgain() throws Exception {
        HttpRequest signed = signed("msg_1", Instant.now(), "{\"a\":1}");

        JsonNode first = json(client.send(signed, HttpResponse.BodyHandlers.ofString()));
        JsonNode second = json(client.send(signed, HttpResponse.BodyHandlers.ofString()));

        assertThat(second.path("receipt")).isEqualTo(first.path("receipt"));
        assertThat(second.path("repeated").asBoolean()).isTrue();
        assertThat(log.pieces()).hasSize(1);
    }

    @Test
    void anOldSignatureIsRefused() throws Exception {
        HttpRequest old = signed("msg_1", Instant.now().minusSeconds(400), "{}");

        assertThat(client.send(old, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        assertThat(post("northwind", KEY, "x".repeat(5_001)).statusCode()).isEqualTo(413);
        HttpRequest signed = signed("msg_1", Instant.now(), "x".repeat(SIGNED_BODY + 1));
        assertThat(client.send(signed, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatKafkaDoesNotTakeIsToBeSentAgain() throws Exception {
        log.takeOnly(1);
        HttpResponse<String> answer = post("northwind", KEY, X12Text.interchange(7, 2));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        log.takeOnly(100);
        assertThat(post("northwind", KEY, X12Text.interchange(7, 2)).statusCode()).isEqualTo(202);
    }

    @Test
    void whoCallsTooOftenIsToldWhenToCallAgainAndCostsNobodyElse() throws Exception {
        int last = 202;
        HttpResponse<String> answer = null;
        for (int call = 0; call <= CALLS && last == 202; call++) {
            answer = post("northwind", KEY, X12Text.interchange(call + 1, 1));
            last = answer.statusCode();
        }

        assertThat(last).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        HttpRequest other = signed("msg_9", Instant.now(), "{}");
        assertThat(client.send(other, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    @Test
    void otherPathsAndMethodsAreSaidToBeWrong() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/partners/northwind").statusCode()).isEqualTo(405);
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String profile, String key, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri("/partners/" + profile))
                        .header("authorization", "Bearer " + key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest signed(String id, Instant at, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        String text = id + "." + at.getEpochSecond() + "." + body;
        byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri("/partners/tracker"))
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
