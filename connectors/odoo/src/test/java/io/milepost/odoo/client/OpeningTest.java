package io.milepost.odoo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private ReplayServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReplayServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private OdooSettings settings() {
        return OdooSettings.of(server.url(), "demo", "bot", () -> "s3cr3t");
    }

    @Test
    void aServerThatIsTooOldIsRefused() {
        server.then(Reply.result("{\"server_version\":\"15.0\"}"));

        assertThatThrownBy(() -> HttpOdooClient.open(settings()))
                .hasMessageEndingWith("expected Odoo 16 or newer but found '15.0'");
    }

    @Test
    void theWireFollowsTheVersionUnlessItIsForced() throws Exception {
        server.then(Reply.result("{\"server_version\":\"19.0\"}")).then(Reply.json(200, "{}"));
        HttpOdooClient.open(settings()).close();
        assertThat(server.last().path()).isEqualTo("/json/2/res.users/context_get");

        server.then(Reply.result("{\"server_version\":\"19.0\"}")).then(Reply.result("9"));
        HttpOdooClient.open(settings().over(WireChoice.JSON_RPC)).close();
        assertThat(server.last().path()).isEqualTo("/jsonrpc");
    }

    @Test
    void aServerWithoutTheOlderWireIsAskedOverTheNewer() throws Exception {
        server.then(Reply.json(404, "<html>"))
                .then(Reply.json(200, "{\"version\":\"20.0\"}"))
                .then(Reply.json(200, "{}"));

        try (OdooClient client = HttpOdooClient.open(settings())) {
            assertThat(client.version()).isEqualTo(new OdooVersion(20, "20.0"));
        }
    }

    @Test
    void aDatabaseThatOdoo19DoesNotHaveIsAskedFor() {
        server.then(Reply.result("{\"server_version\":\"19.0\"}")).then(Reply.json(404, "<html>"));

        assertThatThrownBy(() -> HttpOdooClient.open(settings()))
                .hasMessageEndingWith(
                        "is there an Odoo at this address, with a database of this name?");
    }
}
