package io.milepost.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.runs.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about state names every operator that remembers something, and each of its states. */
class StatePageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "state.md");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"milestones", "supplier-items", "partner-delivery"})
    void thePageNamesWhatSavepointsHold(String job) throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Release.NEWEST.read(job, folder).keyedStates().keySet())
                .isNotEmpty()
                .allSatisfy(
                        state -> {
                            int slash = state.indexOf('/');
                            assertThat(page)
                                    .contains("`" + state.substring(0, slash) + "`")
                                    .contains(state.substring(slash + 1) + "`");
                        });
    }
}
