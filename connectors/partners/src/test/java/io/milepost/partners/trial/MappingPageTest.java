package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.mapping.FunctionNames;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds docs/partners.md against the code. */
class MappingPageTest {

    private static String section(String title) throws IOException {
        String page = Files.readString(Path.of("../../docs/partners.md"), StandardCharsets.UTF_8);
        int begin = page.indexOf("\n## " + title + "\n");
        assertThat(begin).as("section " + title).isPositive();
        int end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end);
    }

    @Test
    void everyFunctionOfTemplatesIsExplained() throws IOException {
        String functions = section("Functions of templates");
        assertThat(FunctionNames.all())
                .allSatisfy(it -> assertThat(functions).contains("`" + it + "("));
    }

    @Test
    void everyDocumentOfTheShippedProfilesIsInTheTable() throws IOException {
        String table = section("What the shipped profiles cover");
        for (String name : List.of("generic-x12", "generic-edifact", "generic-ubl")) {
            PartnerProfile profile = PartnerProfiles.shipped(name);
            assertThat(profile.documents().keySet())
                    .allSatisfy(it -> assertThat(table).containsPattern("\\b" + it + "\\b"));
        }
        assertThat(PartnerProfiles.SHIPPED)
                .allSatisfy(it -> assertThat(table).contains("`" + it + "`"));
    }

    @Test
    void everyDocumentThatIsMappedHasASample() throws Exception {
        for (String name : PartnerProfiles.SHIPPED) {
            PartnerProfile profile = PartnerProfiles.shipped(name);
            PartnerTrial trial = new PartnerTrial(profile);
            List<String> played =
                    profile.samples().stream()
                            .flatMap(it -> trial.of(it.message(), Instant.EPOCH).stream())
                            .map(it -> it.message().type())
                            .distinct()
                            .toList();
            List<String> mapped =
                    profile.documents().entrySet().stream()
                            .filter(it -> it.getValue().template() != null)
                            .map(Map.Entry::getKey)
                            .filter(
                                    it ->
                                            !it.matches(
                                                    "EPCISQueryDocument|AggregationEvent|TransactionEvent"))
                            .toList();
            assertThat(played).as(name).containsAll(mapped);
        }
    }
}
