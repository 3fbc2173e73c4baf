package io.milepost.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.registry.RegistryConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String JAAS =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\"";

    @TempDir private Path folder;

    @Test
    void secretsInPlainWordsAreRefusedAllAtOnceAndNotShown() {
        Map<String, String> settings =
                Map.of(
                        "sasl.jaas.config", JAAS + " password=\"hunter2\";",
                        "ssl.truststore.password", "hunter2",
                        "security.protocol", "SASL_SSL");

        assertThatThrownBy(() -> new KafkaConnection("k:9092", "", settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "kafka.sasl.jaas.config: expected a reference such as ${env:NAME} or"
                                + " ${file:/path:key} but found a literal value;"
                                + " kafka.ssl.truststore.password: expected a reference such as"
                                + " ${env:NAME} or ${file:/path:key} but found a literal value");
    }

    @Test
    void aJaasLineMayHoldReferencesAndNames() {
        String line = JAAS + " password=\"${file:" + folder + "/s.properties:key}\";";
        KafkaConnection connection =
                new KafkaConnection("k:9092", "", Map.of("sasl.jaas.config", line));

        assertThat(connection.properties()).containsEntry("sasl.jaas.config", line);
    }

    @Test
    void kafkasOwnClientsLookReferencesUp() throws Exception {
        KafkaConnection connection =
                new KafkaConnection(
                        "k:9092", "", Map.of("ssl.truststore.password", secretInFile("s3cret")));
        Properties properties = connection.properties();
        properties.put(
                "key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        properties.put(
                "value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");

        assertThat(properties.toString()).doesNotContain("s3cret");
        assertThat(new ConsumerConfig(properties).getPassword("ssl.truststore.password").value())
                .isEqualTo("s3cret");
    }

    @Test
    void aReferenceThatLeadsNowhereIsNamedWhenAClientIsOpened() throws Exception {
        secretInFile("s3cret");
        RegistryConnection connection =
                new RegistryConnection(
                        List.of("http://localhost:1"),
                        Map.of(
                                "basic.auth.user.info",
                                "${file:" + folder.resolve("s.properties") + ":nope}",
                                "bearer.auth.token",
                                "${env:MILEPOST_TEST_THAT_IS_NOT_SET}"));

        assertThatThrownBy(connection::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registry.basic.auth.user.info: expected ${file:")
                .hasMessageContaining(":nope} to lead to a value but found none")
                .hasMessageContaining(
                        "registry.bearer.auth.token: expected"
                                + " ${env:MILEPOST_TEST_THAT_IS_NOT_SET} to lead to a value but"
                                + " found none");
    }

    @Test
    void whatIsShippedAndShownHoldsTheReferenceAndNotTheSecret() throws Exception {
        KafkaConnection connection =
                new KafkaConnection(
                        "k:9092",
                        "prod.",
                        Map.of("ssl.key.password", secretInFile("s3cret"), "client.rack", "a"));

        byte[] shipped = InstantiationUtil.serializeObject(connection);

        assertThat(new String(shipped, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
        assertThat(connection)
                .hasToString(
                        "KafkaConnection[k:9092, prefix 'prod.', {client.rack=a,"
                                + " ssl.key.password=****}]");
        KafkaConnection arrived =
                InstantiationUtil.deserializeObject(shipped, getClass().getClassLoader());
        assertThat(arrived).isEqualTo(connection);
    }

    @Test
    void aTopicIsNamedWithTheEnvironmentsPrefix() {
        assertThat(
                        KafkaConnection.plain("k:9092", "test.")
                                .topic(io.milepost.schemas.Catalogue.BILLS))
                .isEqualTo("test.odoo.bills");
    }

    @Test
    void aConnectionWithoutAddressIsRefused() {
        assertThatThrownBy(() -> KafkaConnection.plain(" ", ""))
                .hasMessage("kafka.bootstrap.servers: expected host:port but found nothing");
        assertThatThrownBy(() -> new RegistryConnection(List.of(), Map.of()))
                .hasMessage("registry.urls: expected at least one address but found none");
    }

    @Test
    void credentialsInARegistrysAddressAreRefusedAndNotShown() {
        assertThatThrownBy(() -> RegistryConnection.plain("https://me:hunter2@registry:8081"))
                .hasMessage(
                        "registry.urls: expected http:// or https:// without credentials but found"
                                + " https://****@registry:8081");
    }

    private String secretInFile(String secret) throws Exception {
        Path file = folder.resolve("s.properties");
        Files.writeString(file, "key=" + secret + "\n");
        return "${file:" + file + ":key}";
    }
}
