package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the job's page to what the job has. */
class MilestonesPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "milestones.md");

    @Test
    void thePageHasEverySettingAsItIs() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int head = lines.indexOf("| Setting | Default | Expected | Purpose |");
        List<String> rows =
                lines.stream().skip(head + 2L).takeWhile(line -> line.startsWith("|")).toList();

        assertThat(rows)
                .as("settings in docs/milestones.md")
                .isEqualTo(MilestonesSettings.all().stream().map(MilestonesPageTest::row).toList());
    }

    @Test
    void thePageNamesEveryOperator() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Uids.all()).allSatisfy(uid -> assertThat(page).contains("`" + uid + "`"));
    }

    private static String row(Setting<?> setting) {
        String fallback = setting.fallback();
        return String.join(
                " | ",
                "| `" + setting.name() + "`",
                fallback == null ? "required" : fallback.isEmpty() ? "empty" : fallback,
                setting.expected(),
                setting.purpose() + " |");
    }
}
