package io.milepost.odoo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdooSettingsTest {

    private static final Secret KEY = Secret.reference("${env:ODOO_KEY}");

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        OdooLimits limits = new OdooLimits(Duration.ZERO, Duration.ofSeconds(30), 0, 1, 1, false);
        assertThatThrownBy(() -> new OdooSettings("ftp://a", " ", null, null, null, "", limits))
                .hasMessage(
                        "odoo.url: expected http:// or https:// and a host but found ftp://a;"
                                + " odoo.database: expected a value but found nothing;"
                                + " odoo.login: expected a value but found nothing;"
                                + " odoo.key: expected a value but found nothing;"
                                + " odoo.wire: expected a value but found nothing;"
                                + " odoo.lang: expected a value but found nothing;"
                                + " odoo.connect-timeout: must be longer than PT0S but was PT0S;"
                                + " odoo.call-timeout: must be longer than PT30S but was PT30S;"
                                + " odoo.concurrency: must be 1 to 256 but was 0;"
                                + " odoo.max-request-bytes: must be 1024 to 134217728 but was 1;"
                                + " odoo.max-answer-bytes: must be 1024 to 1073741824 but was 1");
    }

    @ParameterizedTest
    @CsvSource({
        "http://bot:s3cr3t@erp.example, expected no user or password in it but found one",
        "http://erp.example?a=s3cr3t, expected neither query nor fragment but found one",
        "http://erp .example/s3cr3t, expected a URL but found none",
    })
    void aUrlIsAnAddressAndNothingElse(String url, String problem) {
        assertThatThrownBy(() -> OdooSettings.of(url, "db", "bot", KEY))
                .hasMessageStartingWith("odoo.url: " + problem)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void settingsTravelWithTheWayToTheKey() throws Exception {
        OdooSettings settings = OdooSettings.of("https://erp.example/", "db", "bot", KEY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(settings);
        }
        assertThat(settings.url()).isEqualTo("https://erp.example");
        assertThat(settings.toString()).contains("key ****");
    }

    @Test
    void aKeyIsGivenByReferenceOnly() {
        assertThatThrownBy(() -> Secret.reference("s3cr3t"))
                .hasMessage(
                        "odoo.key: expected a reference such as ${env:NAME} or ${file:/path:key}"
                                + " but found a literal value");
        assertThatThrownBy(() -> Secret.reference("")).hasMessageEndingWith("but found nothing");
    }

    @Test
    void aKeyInAFileIsReadWhereItIsNeeded(@TempDir Path folder) throws Exception {
        Path properties = folder.resolve("odoo.properties");
        Secret named = Secret.reference("${file:" + properties + ":key}");
        Secret whole = Secret.reference("${file:" + folder.resolve("key") + "}");
        assertThatThrownBy(named::reveal)
                .hasMessage("odoo.key: expected " + named + " to lead to a readable file");

        Files.writeString(properties, "other=x\nkey = abc\n");
        Files.writeString(folder.resolve("key"), "def\n");

        assertThat(named.reveal()).isEqualTo("abc");
        assertThat(whole.reveal()).isEqualTo("def");
    }

    @Test
    void aReferenceThatLeadsNowhereIsFatalWhereAClientIsOpened() {
        Secret nowhere = Secret.reference("${env:MILEPOST_NO_SUCH_VARIABLE}");
        OdooSettings settings = OdooSettings.of("http://127.0.0.1:1", "db", "bot", nowhere);

        assertThatThrownBy(() -> HttpOdooClient.open(settings))
                .isInstanceOf(OdooException.class)
                .hasMessage(
                        "odoo.key: expected ${env:MILEPOST_NO_SUCH_VARIABLE} to lead to a value"
                                + " but found none")
                .extracting(e -> ((OdooException) e).failure())
                .isEqualTo(Failure.FATAL_CONFIGURATION);
    }
}
