package io.milepost.odoo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

    private static final OdooCall CALL = OdooCall.model("res.users", "context_get");

    private final AtomicLong nanos = new AtomicLong();
    private final LoginGuard guard = new LoginGuard(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void afterTenDenialsNothingIsSentUntilTheCoolDownIsOver() throws Exception {
        try (ReplayServer server = new ReplayServer()) {
            OdooSettings settings = OdooSettings.of(server.url(), "demo", "bot", () -> "s3cr3t");
            server.then(Reply.result("{\"server_version\":\"18.0\"}")).then(Reply.result("9"));
            try (OdooClient client = Opening.open(settings, guard)) {
                for (int i = 0; i < LoginGuard.FAILURES; i++) {
                    server.then(Reply.error(ErrorNames.ACCESS_DENIED, "Access Denied"));
                    assertThat(failure(client).failure()).isEqualTo(Failure.FATAL_CONFIGURATION);
                }

                OdooException held = failure(client);
                assertThat(held.failure()).isEqualTo(Failure.FATAL_CONFIGURATION);
                assertThat(held.retryAfter()).contains(LoginGuard.FIRST_COOL_DOWN);
                assertThat(held).hasMessageContaining("not sent").hasMessageContaining("60 s");
                assertThat(server.received()).hasSize(2 + LoginGuard.FAILURES);

                pass(LoginGuard.FIRST_COOL_DOWN);
                server.then(Reply.result("{}"));
                client.call(CALL);
                assertThat(guard.coolingFor()).isEmpty();
            }
        }
    }

    private static OdooException failure(OdooClient client) {
        return catchThrowableOfType(OdooException.class, () -> client.call(CALL));
    }

    @Test
    void aWrongPasswordAtOpeningCountsToo() throws Exception {
        try (ReplayServer server = new ReplayServer()) {
            OdooSettings settings = OdooSettings.of(server.url(), "demo", "bot", () -> "s3cr3t");
            for (int i = 0; i < LoginGuard.FAILURES; i++) {
                server.then(Reply.result("{\"server_version\":\"18.0\"}"));
                server.then(Reply.result("false"));
                assertThatThrownBy(() -> Opening.open(settings, guard))
                        .hasMessageContaining("did not take the login and its key");
            }

            assertThat(guard.coolingFor()).isPresent();
        }
    }

    @Test
    void theCoolDownGrowsWhileTheKeyStaysWrong() {
        for (int i = 0; i < LoginGuard.FAILURES; i++) {
            guard.denied();
        }
        assertThat(guard.coolingFor()).contains(Duration.ofMinutes(1));
        for (int minutes : new int[] {2, 4, 8, 16, 16}) {
            pass(LoginGuard.LONGEST_COOL_DOWN);
            assertThat(guard.coolingFor()).isEmpty();
            guard.denied();
            assertThat(guard.coolingFor()).contains(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void aKeyThatIsTakenStartsTheCountAnew() {
        for (int i = 1; i < LoginGuard.FAILURES; i++) {
            guard.denied();
        }
        guard.accepted();
        guard.denied();

        assertThat(guard.coolingFor()).isEmpty();
    }

    @Test
    void clientsOfOneLoginShareTheirGuard() {
        OdooSettings one = OdooSettings.of("http://a.example", "db", "bot", () -> "1");
        OdooSettings other = OdooSettings.of("http://a.example/", "db", "bot", () -> "2");
        OdooSettings another = OdooSettings.of("http://a.example", "db", "bot2", () -> "1");

        assertThat(LoginGuard.of(one)).isSameAs(LoginGuard.of(other));
        assertThat(LoginGuard.of(one)).isNotSameAs(LoginGuard.of(another));
    }
}
