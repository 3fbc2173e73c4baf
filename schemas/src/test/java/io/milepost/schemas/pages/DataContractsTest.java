package io.milepost.schemas.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Holds the page of data contracts to the catalogue. With {@code -Dmilepost.regenerate=true} it
 * writes the page instead.
 */
class DataContractsTest {

    private static final String NAME = "docs/data-contracts.md";
    private static final Path PAGE = Path.of("..", "docs", "data-contracts.md");
    private static final String REGENERATE =
            "; to write it anew: mvn -pl schemas test -Dtest=DataContractsTest"
                    + " -Dmilepost.regenerate=true";

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        String committed = Files.readString(PAGE);
        String generated = GeneratedSections.replace(committed, DataContracts.sections());
        if (Boolean.getBoolean("milepost.regenerate")) {
            Files.writeString(PAGE, generated);
            return;
        }

        String difference = GeneratedSections.firstDifference(NAME, generated, committed);

        assertThat(difference).as("%s%s", difference, REGENERATE).isNull();
    }

    @Test
    void aPageThatLagsBehindIsNamedWithItsLine() {
        String page = "# Page\n<!-- generated: a -->\nold\n<!-- end: a -->\nby hand\n";

        String generated = GeneratedSections.replace(page, Map.of("a", "new\n"));

        assertThat(generated)
                .isEqualTo("# Page\n<!-- generated: a -->\nnew\n<!-- end: a -->\nby hand\n");
        assertThat(GeneratedSections.firstDifference("page.md", generated, page))
                .isEqualTo("page.md line 3: expected new but found old");
        assertThat(GeneratedSections.firstDifference("page.md", page, page)).isNull();
    }

    @Test
    void aSectionThatIsMissingIsNamed() {
        assertThatThrownBy(() -> GeneratedSections.replace("# Page\n", Map.of("a", "new\n")))
                .hasMessage("page: expected a section <!-- generated: a --> but found none");
    }
}
