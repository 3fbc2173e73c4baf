package io.milepost.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RegistryUnavailableException;
import io.milepost.kafka.avro.RejectedRecordException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryConnectionTest {

    private static final byte[] OF_SCHEMA_7 = {0, 0, 0, 0, 7, 1};
    private static final String WITH_REFERENCE =
            "\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"a.B\\\",\\\"fields\\\":["
                    + "{\\\"name\\\":\\\"u\\\",\\\"type\\\":\\\"a.Unit\\\"}]}\","
                    + "\"references\":[{\"name\":\"a.Unit\",\"subject\":\"unit\",\"version\":1}]";
    private static final String UNIT =
            "{\"subject\":\"unit\",\"version\":1,\"id\":3,\"schema\":"
                + "\"{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"a.Unit\\\",\\\"size\\\":3}\"}";

    @TempDir private Path folder;
    private HttpRegistry registry;

    @BeforeEach
    void start() throws Exception {
        registry = HttpRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aRegistryThatIsDownIsReplacedByTheNextOne() throws Exception {
        registry.answers("/schemas/ids/7", "{\"schema\":\"\\\"string\\\"\"}");
        String down;
        try (HttpRegistry gone = HttpRegistry.start()) {
            down = gone.url();
        }

        try (SchemaRegistryClient client =
                new RegistryConnection(List.of(down, registry.url()), Map.of()).open()) {
            assertThat(client.getSchemaById(7).canonicalString()).isEqualTo("\"string\"");
        }
    }

    @Test
    void credentialsAreLookedUpWhereTheClientIsOpened() throws Exception {
        Path file = folder.resolve("registry.properties");
        RegistryConnection connection =
                new RegistryConnection(
                        List.of(registry.url()),
                        Map.of(
                                "basic.auth.credentials.source",
                                "USER_INFO",
                                "basic.auth.user.info",
                                "${file:" + file + ":user}"));
        byte[] shipped = InstantiationUtil.serializeObject(connection);
        Files.writeString(file, "user=me:hunter2\n");
        registry.answers("/schemas/ids/7", "{\"schema\":\"\\\"string\\\"\"}");

        RegistryConnection arrived =
                InstantiationUtil.deserializeObject(shipped, getClass().getClassLoader());
        try (SchemaRegistryClient client = arrived.open()) {
            client.getSchemaById(7);
        }

        String expected =
                Base64.getEncoder().encodeToString("me:hunter2".getBytes(StandardCharsets.UTF_8));
        assertThat(registry.authorizations()).containsOnly("Basic " + expected);
        assertThat(arrived.toString()).doesNotContain("hunter2").contains("user.info=****");
    }

    @Test
    void aSchemaIsReadWithWhatItRefersTo() throws Exception {
        registry.answers("/schemas/ids/7", "{" + WITH_REFERENCE + "}");
        registry.answers("/subjects/unit/versions/1", UNIT);

        RejectedRecordException reject = decode();

        assertThat(reject.reason())
                .as("the schema was understood, and is none of ours")
                .isEqualTo(RejectReason.SCHEMA_MISMATCH);
        assertThat(reject).hasMessageEndingWith("but found a.B");
    }

    @Test
    void aReferenceThatTheRegistryLacksIsNamed() throws Exception {
        registry.answers("/schemas/ids/7", "{" + WITH_REFERENCE + "}");
        registry.answers("/schemas/ids/7/versions", "[{\"subject\":\"b\",\"version\":2}]");
        registry.answers(
                "/subjects/b/versions/2",
                "{\"subject\":\"b\",\"version\":2,\"id\":7," + WITH_REFERENCE + "}");

        RejectedRecordException reject = decode();

        assertThat(reject.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
        assertThat(reject).hasMessageStartingWith("schema 7 (unit version 1): expected to be in");
    }

    @Test
    void aSchemaThatIsNoAvroIsRejectedAndDoesNotStopTheJob() throws Exception {
        String proto = "\"schemaType\":\"PROTOBUF\",\"schema\":\"message M {}\"";
        registry.answers("/schemas/ids/7", "{" + proto + "}");
        registry.answers("/schemas/ids/7/versions", "[{\"subject\":\"b\",\"version\":2}]");
        registry.answers(
                "/subjects/b/versions/2",
                "{\"subject\":\"b\",\"version\":2,\"id\":7," + proto + "}");

        RejectedRecordException reject = decode();

        assertThat(reject.reason()).isEqualTo(RejectReason.SCHEMA_MISMATCH);
        assertThat(reject)
                .hasMessage("schema 7 (b version 2): expected type AVRO but found PROTOBUF");
    }

    @Test
    void aRegistryThatIsDownIsNoRejection() throws Exception {
        registry.close();

        try (SchemaRegistryClient client = RegistryConnection.plain(registry.url()).open()) {
            assertThat(
                            catchThrowableOfType(
                                    RegistryUnavailableException.class,
                                    () -> new AvroDecoder(client).decode(OF_SCHEMA_7)))
                    .hasMessage("schema registry: no answer about schema 7");
        }
    }

    private RejectedRecordException decode() throws Exception {
        try (SchemaRegistryClient client = RegistryConnection.plain(registry.url()).open()) {
            return catchThrowableOfType(
                    RejectedRecordException.class,
                    () -> new AvroDecoder(client).decode(OF_SCHEMA_7));
        }
    }
}
