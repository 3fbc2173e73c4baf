package io.milepost.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScmsLogTest {

    static final String HEADER = String.join(",", ScmsColumns.ALL) + "\n";
    static final String ROW =
            "7,11/25/2014,SO-1,DN-1,C\u00f4te d'Ivoire,EXW,2/3/2015,2-Jun-15,3-Jun-15,4-Jun-15,ARV,"
                    + "Vendor,\"Tablets, 60\",30,2.5\n";

    @TempDir private Path folder;

    @Test
    void bothWaysOfWritingADayAreRead() throws Exception {
        ScmsRow row = read(HEADER + ROW).rows().get(0);

        assertThat(row.pqSent()).isEqualTo(LocalDate.of(2014, 11, 25));
        assertThat(row.poSent()).isEqualTo(LocalDate.of(2015, 2, 3));
        assertThat(row.scheduled()).isEqualTo(LocalDate.of(2015, 6, 2));
        assertThat(row.description()).isEqualTo("Tablets, 60");
    }

    @Test
    void theLogsWordsForADayThatIsNotKnownAreRead() throws Exception {
        String text = HEADER + ROW.replace("11/25/2014", "Pre-PQ Process");
        ScmsRow row = read(text.replace("2/3/2015", "N/A - From RDC")).rows().get(0);

        assertThat(row.pqSent()).isNull();
        assertThat(row.poSent()).isNull();
    }

    @Test
    void aFileInLatin1IsReadAsWellAsOneInUtf8() throws Exception {
        assertThat(read(HEADER + ROW, StandardCharsets.ISO_8859_1).rows().get(0).country())
                .isEqualTo("C\u00f4te d'Ivoire");
        assertThat(read(HEADER + ROW, StandardCharsets.UTF_8).rows().get(0).country())
                .isEqualTo("C\u00f4te d'Ivoire");
    }

    @Test
    void aRowThatCannotBeReadIsReportedWithItsPlaceAndTheOthersAreRead() throws Exception {
        String bad = ROW.replace("7,", "8,").replace("3-Jun-15", "31-Jun-15");
        ScmsLog log = read(HEADER + ROW + bad + ROW.replace("7,", "9,"));

        assertThat(log.rows()).extracting(ScmsRow::id).containsExactly(7L, 9L);
        assertThat(log.problems())
                .extracting(LogProblem::message)
                .containsExactly(
                        folder.resolve("log.csv")
                                + " line 3, column \"delivered to client date\": expected a day"
                                + " like 2-Jun-06 or 11/25/2014 but found \"31-Jun-15\"");
    }

    @Test
    void aQuantityThatIsNoPositiveNumberIsReported() throws Exception {
        assertThat(read(HEADER + ROW.replace(",30,", ",0,")).problems())
                .extracting(LogProblem::column, LogProblem::expected, LogProblem::found)
                .containsExactly(tuple("line item quantity", "a number > 0", "0"));
    }

    @Test
    void anIdThatAnotherRowHasIsReported() throws Exception {
        ScmsLog log = read(HEADER + ROW + ROW);

        assertThat(log.rows()).hasSize(1);
        assertThat(log.problems().get(0).message())
                .endsWith(
                        "line 3, column \"id\": expected an id that no other row has (line 2 has"
                                + " it) but found \"7\"");
    }

    @Test
    void aShortRowIsReported() throws Exception {
        assertThat(read(HEADER + "7,11/25/2014\n").problems().get(0).message())
                .endsWith(
                        "line 2, column \"po / so #\": expected a cell but found \"a row of 2"
                                + " cells\"");
    }

    @Test
    void aFileWithoutTheLogsColumnsIsRefused() {
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(LogFormatException.class)
                .hasMessageStartingWith(
                        folder.resolve("log.csv")
                                + " line 1: expected the columns of the SCMS delivery history,"
                                + " missing [id, ")
                .hasMessageEndingWith("found [a, b]");
    }

    private ScmsLog read(String text) throws Exception {
        return read(text, StandardCharsets.UTF_8);
    }

    private ScmsLog read(String text, Charset charset) throws Exception {
        Path file = folder.resolve("log.csv");
        Files.write(file, text.getBytes(charset));
        return ScmsLog.read(file);
    }
}
