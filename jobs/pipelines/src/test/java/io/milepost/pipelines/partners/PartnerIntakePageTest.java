package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the job's page to what the job has. */
class PartnerIntakePageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "partner-intake.md");

    @Test
    void thePageHasEverySettingAsItIs() throws IOException {
        assertThat(SettingsTable.found(PAGE))
                .as("settings in docs/partner-intake.md")
                .isEqualTo(SettingsTable.expected(PartnerIntakeSettings.all()));
    }

    @Test
    void thePageNamesEveryOperatorAndTopic() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Uids.all()).allSatisfy(uid -> assertThat(page).contains("`" + uid + "`"));
        assertThat(PartnerTopics.OUTPUTS)
                .allSatisfy(topic -> assertThat(page).contains("`" + topic.name() + "`"));
    }

    @Test
    void thePageNamesWhatIsRemembered() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("`" + MappingFunction.MAPPED.getName() + "`")
                .contains("`" + MappingFunction.TIMER.getName() + "`");
    }
}
