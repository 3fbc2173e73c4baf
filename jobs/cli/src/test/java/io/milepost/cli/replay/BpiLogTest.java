package io.milepost.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BpiLogTest {

    private static final String ROW = "Create Purchase Order Item";

    @TempDir private Path folder;

    @Test
    void theOffsetOfATimeIsTakenOff() throws Exception {
        BpiRow row = new BpiRows().row(ROW, "2018-01-01").log(folder).rows().get(0);

        assertThat(row.at()).isEqualTo(1_514_797_200_000_000L);
    }

    @Test
    void aCompressedFileIsReadLikeAPlainOne() throws Exception {
        Path file = folder.resolve("log.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            String text = new BpiRows().row(ROW, "2018-01-01").row(ROW, "2018-01-01").text();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(BpiLog.read(file).size()).isEqualTo(2);
    }

    @Test
    void aWorthThatIsMissingIsZero() throws Exception {
        BpiLog log = new BpiRows().row(ROW, "2018-01-01", "").log(folder);

        assertThat(log.problems()).isEmpty();
        assertThat(log.rows().get(0).worth()).isZero();
    }

    @Test
    void aRowThatCannotBeReadIsReportedWithItsPlaceAndTheOthersAreRead() throws Exception {
        BpiLog log = new BpiRows().row(ROW, "2018-13-01").row(ROW, "2018-01-01").log(folder);

        assertThat(log.size()).isEqualTo(1);
        assertThat(log.problems().get(0).message())
                .isEqualTo(
                        folder.resolve("log.csv")
                                + " line 2, column \"timestamp\": expected a time like"
                                + " 2018-01-03T09:49:00.000+01:00 but found"
                                + " \"2018-13-01T10:00:00.000+01:00\"");
    }

    @Test
    void aNumberThatRepeatsWithinACaseIsReported() throws Exception {
        Path file = folder.resolve("log.csv");
        String text = new BpiRows().row(ROW, "2018-01-01").text();
        Files.writeString(file, text + text.substring(BpiRows.HEADER.length()));

        assertThat(BpiLog.read(file).problems().get(0).message())
                .endsWith(
                        "line 3, column \"seq\": expected a number that no other row of case"
                                + " 4507_00010 has but found \"0\"");
    }

    @Test
    void aFileWithoutTheLogsColumnsIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("log.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> BpiLog.read(file))
                .isInstanceOf(LogFormatException.class)
                .hasMessageStartingWith(
                        file
                                + " line 1: expected the columns of the BPI Challenge 2019 log,"
                                + " missing [case, ")
                .hasMessageEndingWith("found [a, b]");
    }

    @Test
    void everyActivityOfTheChallengeHasAMeaning() {
        assertThat(BpiActivities.size()).isEqualTo(42);
    }
}
