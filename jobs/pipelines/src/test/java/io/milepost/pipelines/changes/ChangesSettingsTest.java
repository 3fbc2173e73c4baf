package io.milepost.pipelines.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.pipelines.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which settings each entry needs. */
class ChangesSettingsTest {

    private static ChangesSettings parse(String... own) {
        List<String> arguments = new ArrayList<>(List.of(own));
        arguments.add("--bootstrap-servers=none:1");
        arguments.add("--registry-url=http://none");
        arguments.add("--odoo-instance=acme");
        return ChangesSettings.parse(arguments.toArray(String[]::new));
    }

    @Test
    void pollingNeedsTheServer() {
        assertThatThrownBy(ChangesSettingsTest::parse)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("odoo-url: expected a URL")
                .hasMessageContaining("odoo-database: expected")
                .hasMessageContaining("odoo-login: expected");
    }

    @Test
    void changeRecordsNeedATopicAlone() {
        ChangesSettings settings =
                parse("--odoo-entry=debezium", "--odoo-records-topic=erp", "--odoo-companies=1,2");

        assertThat(settings.isCapturing()).isTrue();
        assertThat(settings.capture())
                .isEqualTo(new CaptureSettings("erp", "acme", List.of(1L, 2L), "en_US"));
    }

    @Test
    void whatIsWrongIsSaidWhateverTheEntry() {
        assertThatThrownBy(
                        () -> parse("--odoo-entry=debezium", "--odoo-url=nowhere", "--nonsense=1"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nonsense: no such setting");
        assertThatThrownBy(() -> parse("--odoo-entry=guessing"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "odoo-entry: expected polling or debezium but found guessing");
    }
}
