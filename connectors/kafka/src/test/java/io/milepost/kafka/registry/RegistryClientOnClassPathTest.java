package io.milepost.kafka.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that the repackaged client works with the Avro, Jackson and Kafka of this build. */
class RegistryClientOnClassPathTest {
    private static final String SCHEMA =
            """
            {"type":"record","name":"Probe","namespace":"test","fields":[
              {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}}]}\
            """;

    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        answer(
                "/schemas/ids/7",
                "{\"schema\":\"" + SCHEMA.replace("\"", "\\\"").replace("\n", "\\n") + "\"}");
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void anAvroSchemaOfTheClientIsASchemaOfOurAvro() {
        Schema parsed = new AvroSchema(SCHEMA).rawSchema();

        assertThat(parsed.getFullName()).isEqualTo("test.Probe");
        assertThat(parsed.getField("at").schema().getLogicalType())
                .isEqualTo(LogicalTypes.timestampMicros());
    }

    @Test
    void theCachedClientReadsASchemaByItsIdOverHttp() throws Exception {
        assertThat(schemaSeven(Map.of())).isEqualTo(new Schema.Parser().parse(SCHEMA).toString());
        assertThat(authorizations).doesNotContainKey("/schemas/ids/7");
    }

    @Test
    void theClientFetchesAnOauthTokenAndSendsIt() throws Exception {
        String token = token(Instant.now().getEpochSecond());
        answer("/token", "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}");

        schemaSeven(
                Map.of(
                        "bearer.auth.credentials.source", "OAUTHBEARER",
                        "bearer.auth.issuer.endpoint.url", url + "/token",
                        "bearer.auth.client.id", "milepost",
                        "bearer.auth.client.secret", "secret"));

        assertThat(authorizations.get("/token")).startsWith("Basic ");
        assertThat(authorizations).containsEntry("/schemas/ids/7", "Bearer " + token);
    }

    @Test
    void everyWayToSendABearerTokenCanBeLoaded() {
        var aliases =
                ServiceLoader.load(BearerAuthCredentialProvider.class).stream()
                        .map(provider -> provider.get().alias());

        assertThat(aliases)
                .containsExactlyInAnyOrder(
                        "STATIC_TOKEN", "OAUTHBEARER", "SASL_OAUTHBEARER_INHERIT", "CUSTOM");
    }

    private String schemaSeven(Map<String, String> settings) throws Exception {
        try (var client =
                new CachedSchemaRegistryClient(
                        List.of(url), 10, List.of(new AvroSchemaProvider()), settings)) {
            return client.getSchemaById(7).canonicalString();
        }
    }

    private void answer(String path, String json) {
        server.createContext(
                path,
                exchange -> {
                    var sent = exchange.getRequestHeaders().getFirst("Authorization");
                    if (sent != null) {
                        authorizations.put(path, sent);
                    }
                    byte[] body = json.getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    /** A token as an issuer would make it, valid for an hour; nobody here checks its signature. */
    private static String token(long issuedAt) {
        String claims =
                "{\"sub\":\"milepost\",\"scope\":\"registry\",\"iat\":"
                        + issuedAt
                        + ",\"exp\":"
                        + (issuedAt + 3600)
                        + "}";
        return encode("{\"alg\":\"RS256\"}") + "." + encode(claims) + "." + encode("signature");
    }

    private static String encode(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8));
    }
}
