package io.milepost.pipelines.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the job's page to what the job has. */
class UpdatesPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "odoo-updates.md");

    @Test
    void thePageHasEverySettingAsItIs() throws IOException {
        assertThat(SettingsTable.found(PAGE))
                .as("settings in docs/odoo-updates.md")
                .isEqualTo(SettingsTable.expected(UpdatesSettings.all()));
    }

    @Test
    void thePageNamesEveryOperatorAndTopic() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Uids.all()).allSatisfy(uid -> assertThat(page).contains("`" + uid + "`"));
        assertThat(UpdateTopics.OUTPUTS)
                .allSatisfy(topic -> assertThat(page).contains("`" + topic.name() + "`"));
    }
}
