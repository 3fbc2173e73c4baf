package io.milepost.pipelines.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.pipelines.settings.SettingsException;
import org.junit.jupiter.api.Test;

class UpdatesSettingsTest {

    @Test
    void theServerAndTheBatchesComeFromTheSettings() {
        UpdatesSettings settings =
                UpdatesSettings.parse(
                        "--bootstrap-servers=b:1",
                        "--registry-url=http://r",
                        "--odoo-url=https://erp.example.org/",
                        "--odoo-database=erp",
                        "--odoo-login=milepost-bot",
                        "--odoo-instance=acme",
                        "--odoo-batch=50",
                        "--odoo-rate=10");

        assertThat(settings.odoo().server().url()).isEqualTo("https://erp.example.org");
        assertThat(settings.odoo().instance()).isEqualTo("acme");
        assertThat(settings.applier().batchSize()).isEqualTo(50);
        assertThat(settings.applier().commandsPerSecond()).isEqualTo(10);
    }

    @Test
    void aServerWithoutASchemeAndOneWithAPasswordAreToldAtOnceWithTheRest() {
        assertThatThrownBy(() -> parse("--odoo-url=erp.example.org", "--odoo-batch=0"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "settings:\n"
                                + "  odoo-batch: expected a whole number from 1 to 200 but found"
                                + " 0\n"
                                + "  odoo-url: expected a URL such as https://erp.example.org but"
                                + " found erp.example.org");
        assertThatThrownBy(() -> parse("--odoo-url=https://bot:hunter2@erp", "--odoo-batch=1"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "settings:\n"
                                + "  odoo-url: expected a URL such as https://erp.example.org but"
                                + " found one with a user or password in it");
    }

    private static UpdatesSettings parse(String url, String batch) {
        return UpdatesSettings.parse(
                "--bootstrap-servers=b:1",
                "--registry-url=http://r",
                url,
                batch,
                "--odoo-database=erp",
                "--odoo-login=milepost-bot",
                "--odoo-instance=acme");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNoSecretIsShown() {
        assertThatThrownBy(
                        () ->
                                UpdatesSettings.parse(
                                        "--bootstrap-servers=b:1",
                                        "--registry-url=http://r",
                                        "--odoo-url=https://erp.example.org",
                                        "--odoo-database=erp",
                                        "--odoo-key=hunter2",
                                        "--odoo-instance=a/b",
                                        "--odoo-batch=201",
                                        "--odoo-call-timeout=20 s"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "settings:\n"
                                + "  odoo-batch: expected a whole number from 1 to 200 but found"
                                + " 201\n"
                                + "  odoo-login: expected a login but it is missing\n"
                                + "  odoo-key: expected a reference such as ${env:NAME} or"
                                + " ${file:/path:key} but found something else\n"
                                + "  odoo-instance: expected text without a slash but found a/b\n"
                                + "  odoo-call-timeout: expected a duration above 30 s but found"
                                + " 20 s");
    }
}
