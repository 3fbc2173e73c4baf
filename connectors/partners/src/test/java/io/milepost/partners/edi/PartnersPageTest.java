package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page of partners to the code. */
class PartnersPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "partners.md");
    private static final Path SOURCES = Path.of("src/main/java/io/milepost/partners/edi");
    private static final Pattern TOLD =
            Pattern.compile(
                    "(?:warn|error|warning)\\(\\s*(?:[a-z]+ == 0 \\? \"[a-z0-9-]+\" :"
                            + " )?\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    @Test
    void everyProblemThatIsToldIsOnThePage() throws IOException {
        Set<String> told = new TreeSet<>(Set.of("unreadable"));
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                TOLD.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(told::add);
            }
        }
        // named otherwise than as the first argument of a call
        told.addAll(
                Set.of(
                        "leading-junk",
                        "junk-between-interchanges",
                        "more-problems",
                        "wrong-count",
                        "control-reference-mismatch"));
        Set<String> rows =
                ROW.matcher(readingAndWriting())
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(told);
    }

    /** The part of the page about X12 and EDIFACT; tables of other parts are of other things. */
    private static String readingAndWriting() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(
                page.indexOf("\n## Reading X12 and EDIFACT\n"), page.indexOf("\n## Profiles\n"));
    }

    @Test
    void everyTypeWithRulesIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page)
                .contains("| X12 | " + String.join(" ", LoopRulesTest.shipped(Format.X12)) + " |")
                .contains(
                        "| EDIFACT | "
                                + String.join(" ", LoopRulesTest.shipped(Format.EDIFACT))
                                + " |");
    }
}
