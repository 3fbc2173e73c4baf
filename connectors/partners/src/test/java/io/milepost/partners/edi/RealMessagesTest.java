package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.milepost.partners.edi.ReadOutcomes.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What real messages do: held by a committed table, from which the page has its own. With {@code
 * -Dmilepost.regenerate=true} both are written anew.
 */
class RealMessagesTest {

    private static final Path COMMITTED =
            Path.of("src/test/resources/io/milepost/partners/edi/real-messages.tsv");
    private static final Path PAGE = Path.of("..", "..", "docs", "partners.md");
    private static final String BEGIN = "<!-- generated: real-messages -->\n";
    private static final String END = "<!-- end: real-messages -->";
    private static final boolean REGENERATES = Boolean.getBoolean("milepost.regenerate");
    private static final String REGENERATE =
            "; to write it anew: mvn -pl connectors/partners -am test -Dtest=RealMessagesTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dmilepost.regenerate=true";

    @Test
    void everyMessageDoesWhatTheTableSays() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String format : List.of("edifact", "x12")) {
            Optional<Path> folder = RealMessages.folder(format);
            assumeTrue(folder.isPresent(), RealMessages.ABSENT);
            for (Path file : RealMessages.files(folder.get())) {
                rows.addAll(
                        ReadOutcomes.of(
                                format.toUpperCase(Locale.ROOT),
                                file.getFileName().toString(),
                                Files.readAllBytes(file)));
            }
        }
        String found = ReadOutcomes.text(rows);
        if (REGENERATES) {
            Files.writeString(COMMITTED, found);
            String page = Files.readString(PAGE);
            Files.writeString(
                    PAGE,
                    page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                            + ReadOutcomes.table(rows)
                            + page.substring(page.indexOf(END)));
            return;
        }
        assertThat(found).as("%s%s", COMMITTED, REGENERATE).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyRealMessageIsRead() throws IOException {
        List<Row> rows = ReadOutcomes.parse(Files.readString(COMMITTED));
        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows)
                .allMatch(row -> row.transactions() > 0 && row.read() == row.transactions());
    }

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("%s%s", PAGE, REGENERATE)
                .isEqualTo(ReadOutcomes.table(ReadOutcomes.parse(Files.readString(COMMITTED))));
    }
}
