package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the job's page to what the job has. */
class MilestonesPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "milestones.md");

    @Test
    void thePageHasEverySettingAsItIs() throws IOException {
        assertThat(SettingsTable.found(PAGE))
                .as("settings in docs/milestones.md")
                .isEqualTo(SettingsTable.expected(MilestonesSettings.all()));
    }

    @Test
    void thePageNamesEveryOperator() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Uids.all()).allSatisfy(uid -> assertThat(page).contains("`" + uid + "`"));
    }
}
