package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What each code says, played, against two tables: the one that was written from the standards and
 * does not know the profiles, and the one of the page, which has all of them.
 */
class CodeTableTest {

    private static final Path CONTRACT =
            Path.of("src/test/resources/io/milepost/partners/trial/code-contract.txt");
    private static final Path PAGE = Path.of("../../docs/partner-codes.md");
    private static final String BEGIN = "<!-- generated: code-meanings -->";
    private static final String END = "<!-- end: code-meanings -->";

    private static List<CodeTable.Meaning> meanings;

    @BeforeAll
    static void play() throws Exception {
        meanings = new CodeTable().all();
    }

    @Test
    void everyRowOfTheContractIsSaidByItsMessage() throws IOException {
        List<String> problems = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(CONTRACT, StandardCharsets.UTF_8)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.split(" \\| ");
            for (String code : row[2].strip().split(" ")) {
                rows++;
                check(row[0].strip(), row[1].strip(), code, row[3].strip(), problems);
            }
        }
        assertThat(problems).isEmpty();
        assertThat(rows).as("rows of the contract").isGreaterThan(150);
    }

    @Test
    void noCodeThatHasAMeaningIsRefused() {
        List<CodeTable.Meaning> refused =
                meanings.stream()
                        .filter(
                                it ->
                                        it.says().isEmpty()
                                                || it.says().stream()
                                                        .anyMatch(x -> x.startsWith("refused")))
                        .toList();
        assertThat(refused).isEmpty();
        assertThat(meanings).hasSizeGreaterThan(400);
    }

    @Test
    void thePageHasAllOfThem() throws IOException {
        Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
        for (CodeTable.Meaning meaning : meanings) {
            rows.computeIfAbsent(meaning.message() + " | " + meaning.field(), it -> new TreeMap<>())
                    .computeIfAbsent(String.join(", ", meaning.says()), it -> new ArrayList<>())
                    .add(meaning.code().isEmpty() ? "" : "`" + meaning.code() + "`");
        }
        StringBuilder table = new StringBuilder(BEGIN);
        table.append("\n| Message | Field | Codes | Says |\n| --- | --- | --- | --- |\n");
        rows.forEach(
                (place, says) ->
                        says.forEach(
                                (said, codes) ->
                                        table.append(
                                                "| %s | %s | %s |\n"
                                                        .formatted(
                                                                place,
                                                                String.join(" ", codes),
                                                                said))));
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        String written =
                page.substring(0, page.indexOf(BEGIN)) + table + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("milepost.regenerate")) {
            Files.writeString(PAGE, written, StandardCharsets.UTF_8);
        } else {
            assertThat(page).isEqualTo(written);
        }
    }

    private static void check(
            String message, String field, String code, String said, List<String> problems) {
        String expected = code.equals("-") ? "" : code;
        List<CodeTable.Meaning> played =
                meanings.stream()
                        .filter(it -> it.message().equals(message))
                        .filter(it -> it.field().equals(field.equals("-") ? "" : field))
                        .filter(it -> it.code().equals(expected))
                        .toList();
        if (played.isEmpty()) {
            problems.add("%s %s %s: nothing was played".formatted(message, field, code));
        } else if (!played.get(0).says().contains(said)) {
            problems.add(
                    "%s %s %s: expected '%s' but found %s"
                            .formatted(message, field, code, said, played.get(0).says()));
        }
    }
}
