package io.milepost.odoo.changes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HintsTest {

    private static final String TOKEN = "0123456789abcdef";

    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();
    private final Runnable one = first::incrementAndGet;
    private final Runnable other = second::incrementAndGet;
    private HintSettings settings;

    @BeforeEach
    void listen() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings = new HintSettings("127.0.0.1", free.getLocalPort(), () -> TOKEN);
        }
        Hints.listen(settings, one);
    }

    @AfterEach
    void close() {
        Hints.close(settings, one);
        Hints.close(settings, other);
    }

    private int send(String method, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString("{\"_id\": 7}"))
                        .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aHintWithTheTokenIsTakenAndNoOther() throws Exception {
        assertThat(send("POST", "/hint/" + TOKEN)).isEqualTo(204);
        assertThat(first).hasValue(1);

        assertThat(send("POST", "/hint/" + TOKEN + "x")).isEqualTo(404);
        assertThat(send("POST", "/hint/")).isEqualTo(404);
        assertThat(send("POST", "/")).isEqualTo(404);
        assertThat(send("PUT", "/hint/" + TOKEN)).isEqualTo(404);
        assertThat(first).hasValue(1);
    }

    @Test
    void readersOfAProcessShareThePortAndTheLastOneClosesIt() throws Exception {
        Hints.listen(settings, other);
        send("POST", "/hint/" + TOKEN);
        Hints.close(settings, one);
        send("POST", "/hint/" + TOKEN);

        assertThat(first).hasValue(1);
        assertThat(second).hasValue(2);

        Hints.close(settings, other);
        assertThatThrownBy(() -> send("POST", "/hint/" + TOKEN))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aPortThatIsTakenStopsNobody() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HintSettings there = new HintSettings("127.0.0.1", taken.getLocalPort(), () -> TOKEN);
            Hints.listen(there, one);
            Hints.close(there, one);
        }
    }

    @Test
    void aTokenThatCouldBeGuessedIsRefused() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HintSettings weak = new HintSettings("127.0.0.1", free.getLocalPort(), () -> "secret");

            assertThatThrownBy(() -> Hints.listen(weak, one))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("odoo-hint-token: expected at least 16 characters but found 6");
        }
    }
}
