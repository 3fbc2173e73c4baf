package io.milepost.odoo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a call when the server, the network or the caller does not play along. */
class HttpOdooClientTest {

    private static final OdooCall READ =
            OdooCall.records("purchase.order", List.of(7L), "read")
                    .option("fields", OdooJson.array("name"));

    private ReplayServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReplayServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private OdooSettings settings(OdooLimits limits) {
        return OdooSettings.of(server.url(), "demo", "bot", () -> "s3cr3t").within(limits);
    }

    private OdooClient open(OdooLimits limits) throws Exception {
        server.then(Reply.result("{\"server_version\":\"18.0\"}")).then(Reply.result("9"));
        return Opening.open(settings(limits), new LoginGuard(System::nanoTime));
    }

    private static OdooException failure(OdooClient client) {
        return catchThrowableOfType(OdooException.class, () -> client.call(READ));
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerLeavesTheOutcomeUnknownAndIsNotSentAgain()
            throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.hangUp()).then(Reply.result("[]"));

            assertThat(failure(client).failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    void anAnswerThatDoesNotComeInTimeLeavesTheOutcomeUnknown() throws Exception {
        Duration soon = Duration.ofMillis(300);
        try (OdooClient client = open(OdooLimits.DEFAULT.impatientlyWithin(soon))) {
            server.then(Reply.sayNothing());

            OdooException failure = failure(client);

            assertThat(failure.failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
            assertThat(failure).hasMessageContaining("purchase.order.read at " + server.url());
        }
    }

    @Test
    void aServerThatIsNotThereMayBeAskedAgain() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.close();

            assertThat(failure(client).failure()).isEqualTo(Failure.RETRYABLE);
        }
    }

    @Test
    void anAnswerThatIsNotJsonLeavesTheOutcomeUnknown() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.json(200, "<html>please wait"));

            assertThat(failure(client).failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void aServerThatIsBusyIsAskedOnceAndItsWishToWaitPassedOn() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            // The HTTP library by itself would send again at once for a wait of nothing.
            server.then(Reply.json(503, "busy").with("Retry-After", "0"));
            assertThat(failure(client).retryAfter()).contains(Duration.ZERO);
            assertThat(server.received()).hasSize(3);
        }
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.json(429, "busy").with("Retry-After", "17"));

            OdooException failure = failure(client);

            assertThat(failure.failure()).isEqualTo(Failure.RETRYABLE);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "Tue, 31 Dec 2199 23:59:59 GMT"})
    void aServerCannotMakeUsWaitForLongerThanAnHour(String wish) throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.json(503, "busy").with("Retry-After", wish));

            assertThat(failure(client).retryAfter()).contains(Duration.ofHours(1));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.json(301, "").with("Location", server.url() + "/jsonrpc"));

            assertThat(failure(client).failure()).isEqualTo(Failure.FATAL_CONFIGURATION);
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    void aProxyThatLostTheServerLeavesTheOutcomeUnknown() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.json(502, "<html>Bad Gateway")).then(Reply.json(504, "<html>"));

            assertThat(failure(client).failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
            assertThat(failure(client).failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void aRequestThatIsTooLongIsNotSent() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT.bytes(1024, 2048))) {
            OdooCall tooLong = READ.with("text", OdooJson.node("x".repeat(1024)));

            assertThatThrownBy(() -> client.call(tooLong))
                    .hasMessageContaining("odoo.max-request-bytes is 1024")
                    .extracting(e -> ((OdooException) e).failure())
                    .isEqualTo(Failure.REFUSED);
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsNotRead() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT.bytes(1024, 2048))) {
            server.then(Reply.result("\"" + "x".repeat(4096) + "\""));

            assertThat(failure(client))
                    .hasMessageContaining("longer than odoo.max-answer-bytes, 2048");
        }
    }

    @Test
    void theKeyIsNeverInAMessageEvenIfTheServerSaysIt() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.error("odoo.exceptions.UserError", "s3cr3t is wrong\nand s3cr3t"));

            assertThat(failure(client)).hasMessageEndingWith("UserError: **** is wrong and ****");
        }
        assertThat(settings(OdooLimits.DEFAULT).toString()).doesNotContain("s3cr3t");
    }

    @Test
    void theUserIsAskedForOnce() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.result("1")).then(Reply.result("1"));
            client.call(READ);
            client.call(READ);

            assertThat(server.received()).hasSize(4);
            assertThat(OdooJson.read(server.last().body()).at("/params/args/1").intValue())
                    .isEqualTo(9);
        }
    }

    @Test
    void numbersKeepTheirDecimalText() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.result("[100.0,0.1,1.10,123456789012345678.123456789]"));

            assertThat(client.call(READ))
                    .extracting(each -> each.decimalValue().toPlainString())
                    .containsExactly("100.0", "0.1", "1.10", "123456789012345678.123456789");
        }
    }

    @Test
    void noMoreCallsRunAtOnceThanConfigured() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT.atOnce(1))) {
            server.then(Reply.sayNothing()).then(Reply.sayNothing());
            CompletableFuture<OdooException> first = inBackground(client);
            Waiting.until("the first call has come", () -> server.received().size() == 3);
            CompletableFuture<OdooException> second = inBackground(client);

            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS));
            assertThat(server.received()).hasSize(3);

            server.close();
            assertThat(first.get(10, TimeUnit.SECONDS).failure())
                    .isEqualTo(Failure.OUTCOME_UNKNOWN);
            second.get(10, TimeUnit.SECONDS);
        }
    }

    private static CompletableFuture<OdooException> inBackground(OdooClient client) {
        return CompletableFuture.supplyAsync(() -> failure(client));
    }

    @Test
    void anInterruptedCallerStopsWaitingAtOnce() throws Exception {
        try (OdooClient client = open(OdooLimits.DEFAULT)) {
            server.then(Reply.sayNothing());
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread caller =
                    new Thread(
                            () ->
                                    outcome.complete(
                                            catchThrowableOfType(
                                                    InterruptedException.class,
                                                    () -> client.call(READ))));
            caller.start();
            Waiting.until("the call has come", () -> server.received().size() == 3);

            caller.interrupt();

            assertThat(outcome.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aClosedClientSaysSo() throws Exception {
        OdooClient client = open(OdooLimits.DEFAULT);
        client.close();

        assertThatThrownBy(() -> client.call(READ)).hasMessage("The client is closed");
    }
}
