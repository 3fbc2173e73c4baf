package io.milepost.partners.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.milepost.partners.intake.credential.Presented;
import io.milepost.partners.intake.credential.StandardWebhook;
import io.milepost.partners.profile.DeliveryTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouriersTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final String SECRET = "whsec_bWlsZXBvc3QtZGVsaXZlcnktdGVzdC1zZWNyZXQ=";
    private static final WrittenDocument ORDER =
            new WrittenDocument(
                    "850", "application/edi-x12", "edi", "ISA".getBytes(StandardCharsets.UTF_8));

    @TempDir private Path folder;

    private final AtomicReference<Headers> headers = new AtomicReference<>();
    private HttpServer server;
    private volatile int answer = 200;
    private volatile String retryAfter;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                call -> {
                    try (call) {
                        call.getRequestBody().readAllBytes();
                        headers.set(call.getRequestHeaders());
                        if (retryAfter != null) {
                            call.getResponseHeaders().set("Retry-After", retryAfter);
                        }
                        call.sendResponseHeaders(answer, -1);
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCallIsSignedAndNamesItsDocument() throws Exception {
        Files.writeString(folder.resolve("acme"), SECRET + "\n");
        Files.writeString(folder.resolve("acme-token"), "t0ken");

        assertThat(bring(terms(url(), "acme", "acme-token"))).isEqualTo(Outcome.SENT);
        Headers sent = headers.get();
        assertThat(sent.getFirst("Idempotency-Key")).isEqualTo("d1");
        assertThat(sent.getFirst("Content-Type")).isEqualTo("application/edi-x12");
        assertThat(sent.getFirst("Authorization")).isEqualTo("Bearer t0ken");
        assertThat(
                        new StandardWebhook(List.of(SECRET), StandardWebhook.TOLERANCE)
                                .check(new Presented(lower(sent), ORDER.bytes(), null), NOW)
                                .accepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "204,SENT",
        "400,REFUSED",
        "422,REFUSED",
        "301,AGAIN",
        "401,AGAIN",
        "404,AGAIN",
        "409,AGAIN",
        "429,AGAIN",
        "500,AGAIN",
        "503,AGAIN"
    })
    void anAnswerSaysWhatFollows(int status, Outcome.Kind kind) throws Exception {
        answer = status;

        assertThat(bring(terms(url(), null, null)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "30|PT30S",
                "Tue, 3 Mar 2026 09:01:00 GMT|PT1M",
                "Tue, 3 Mar 2026 08:00:00 GMT|PT0S",
                "999999|PT1H",
                "soon|none"
            })
    void howLongThePartnerAsksToWaitIsHeard(String header, Duration pause) throws Exception {
        answer = 503;
        retryAfter = header;

        assertThat(bring(terms(url(), null, null)).pause()).isEqualTo(pause);
    }

    @Test
    void nothingGoesUnencryptedToOthersAndASecretThatIsMissingIsSaid() throws Exception {
        assertThat(bring(terms("http://acme.example/", null, null)).reason())
                .startsWith("url: expected https");
        assertThat(bring(terms(url(), "nothing", null)).reason())
                .isEqualTo("secret nothing: expected a file in the secrets folder");
        assertThat(headers.get()).isNull();
    }

    @Test
    void noAnswerIsToldAndTriedAgain() throws Exception {
        server.stop(0);

        Outcome outcome = bring(terms(url(), null, null));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.AGAIN);
        assertThat(outcome.reason()).startsWith("no answer: ConnectException");
    }

    @Test
    void aFileAppearsWholeUnderItsNameAndOnce() throws Exception {
        DeliveryTerms terms = inFolder();
        try (FolderCourier courier = new FolderCourier(folder)) {
            assertThat(put(courier, new Parcel("d1", terms, ORDER))).isEqualTo(Outcome.SENT);
            WrittenDocument other = new WrittenDocument("850", "x/y", "edi", new byte[] {1});
            assertThat(put(courier, new Parcel("d1", terms, other))).isEqualTo(Outcome.SENT);
        }

        try (Stream<Path> files = Files.list(folder.resolve("acme"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("d1.edi");
        }
        assertThat(Files.readAllBytes(folder.resolve("acme").resolve("d1.edi")))
                .isEqualTo(ORDER.bytes());
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedAgain() throws Exception {
        Files.writeString(folder.resolve("acme"), "a file, and no folder");
        try (FolderCourier courier = new FolderCourier(folder)) {
            assertThat(put(courier, new Parcel("d1", inFolder(), ORDER)).kind())
                    .isEqualTo(Outcome.Kind.AGAIN);
        }
    }

    @Test
    void waitsDoubleUpToABoundAndAreLeftToChanceInPart() {
        Retries retries =
                new Retries(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofHours(1));

        assertThat(retries.after(1, "a", null)).isBetween(seconds(1), seconds(2));
        assertThat(retries.after(4, "a", null)).isBetween(seconds(8), seconds(16));
        assertThat(retries.after(99, "a", null)).isBetween(seconds(30), seconds(60));
        assertThat(retries.after(4, "a", null)).isNotEqualTo(retries.after(4, "b", null));
        assertThat(retries.after(1, "a", Duration.ofMinutes(9))).isEqualTo(Duration.ofMinutes(9));
        assertThat(retries.over(0, 3_599_999)).isFalse();
        assertThat(retries.over(0, 3_600_000)).isTrue();
    }

    private Outcome bring(DeliveryTerms terms) throws Exception {
        try (HttpCourier courier =
                new HttpCourier(Duration.ofSeconds(20), folder, false, InstantSource.fixed(NOW))) {
            return put(courier, new Parcel("d1", terms, ORDER));
        }
    }

    private static Outcome put(Courier courier, Parcel parcel) throws Exception {
        return courier.bring(parcel).get(30, TimeUnit.SECONDS);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static Map<String, List<String>> lower(Headers sent) {
        Map<String, List<String>> lower = new HashMap<>();
        sent.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
        return lower;
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static DeliveryTerms terms(String url, String secret, String token) {
        return new DeliveryTerms(
                NOW,
                url,
                null,
                secret,
                token,
                "ZZ:US",
                "ZZ:ACME",
                "004010",
                false,
                true,
                DeliveryTerms.Reply.NONE);
    }

    private static DeliveryTerms inFolder() {
        return new DeliveryTerms(
                NOW,
                null,
                "acme",
                null,
                null,
                null,
                null,
                "004010",
                false,
                true,
                DeliveryTerms.Reply.NONE);
    }
}
