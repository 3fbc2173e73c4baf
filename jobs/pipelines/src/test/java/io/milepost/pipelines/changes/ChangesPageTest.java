package io.milepost.pipelines.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.changes.CaptureReader;
import io.milepost.pipelines.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the job's page to what the job has. */
class ChangesPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "odoo-changes.md");

    @Test
    void thePageHasEverySettingAsItIs() throws IOException {
        assertThat(SettingsTable.found(PAGE))
                .as("settings in docs/odoo-changes.md")
                .isEqualTo(SettingsTable.expected(ChangesSettings.all()));
    }

    @Test
    void thePageListsEveryTableThatChangesAreMadeOf() throws IOException {
        String tables =
                CaptureReader.tables().stream()
                        .map(table -> "public." + table)
                        .collect(Collectors.joining(","));

        assertThat(Files.readString(PAGE)).contains("table.include.list=" + tables + "\n");
    }

    @Test
    void thePageNamesEveryOperatorAndTopic() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Uids.all()).allSatisfy(uid -> assertThat(page).contains("`" + uid + "`"));
        assertThat(ChangeTopics.OUTPUTS)
                .allSatisfy(topic -> assertThat(page).contains("`" + topic.name() + "`"));
    }
}
