package io.milepost.kafka.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/**
 * Proves that the repackaged registry client links with the Avro, Jackson and Kafka of this build.
 */
class RegistryClientOnClassPathTest {
    private static final String SCHEMA =
            """
            {"type":"record","name":"Probe","namespace":"test","fields":[
              {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}}]}\
            """;

    @Test
    void anAvroSchemaOfTheClientIsASchemaOfOurAvro() {
        Schema parsed = new AvroSchema(SCHEMA).rawSchema();

        assertThat(parsed.getFullName()).isEqualTo("test.Probe");
        assertThat(parsed.getField("at").schema().getLogicalType())
                .isEqualTo(LogicalTypes.timestampMicros());
    }

    @Test
    void theCachedClientReadsASchemaByItsIdOverHttp() throws Exception {
        HttpServer registry =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext(
                "/schemas/ids/7",
                exchange -> {
                    String quoted = SCHEMA.replace("\"", "\\\"").replace("\n", "\\n");
                    byte[] body = ("{\"schema\":\"" + quoted + "\"}").getBytes(UTF_8);
                    exchange.getResponseHeaders()
                            .add("Content-Type", "application/vnd.schemaregistry.v1+json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        registry.start();
        String url = "http://127.0.0.1:" + registry.getAddress().getPort();
        try (var client =
                new CachedSchemaRegistryClient(
                        List.of(url), 10, List.of(new AvroSchemaProvider()), Map.of())) {
            ParsedSchema found = client.getSchemaById(7);

            assertThat(found.canonicalString())
                    .isEqualTo(new Schema.Parser().parse(SCHEMA).toString());
        } finally {
            registry.stop(0);
        }
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
}
