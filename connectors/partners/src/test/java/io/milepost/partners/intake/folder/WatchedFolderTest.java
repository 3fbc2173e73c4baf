package io.milepost.partners.intake.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.MemoryLog;
import io.milepost.partners.intake.Receipt;
import io.milepost.partners.intake.X12Text;
import io.milepost.partners.message.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {

    @TempDir private Path archive;
    @TempDir private Path in;
    private final MemoryLog log = new MemoryLog();
    private WatchedFolder folder;

    @BeforeEach
    void open() throws IOException {
        Intake intake = new Intake(new FolderArchive(archive), log, IntakeLimits.DEFAULT);
        folder = new WatchedFolder(in, "northwind", Format.X12, 10_000, intake, IntakeWatch.SILENT);
    }

    @Test
    void aFileIsTakenWhenItDidNotChangeBetweenTwoLooks() throws Exception {
        Path file = Files.writeString(in.resolve("a.x12"), X12Text.interchange(1, 1));

        assertThat(folder.look()).isEmpty();
        Files.writeString(file, X12Text.interchange(1, 2));
        assertThat(folder.look()).isEmpty();
        List<Receipt> receipts = folder.look();

        assertThat(receipts).singleElement().extracting(Receipt::transactions).isEqualTo(2);
        assertThat(names(in)).isEmpty();
        assertThat(names(in.resolve("taken"))).containsExactly("a.x12");
        assertThat(log.pieces()).extracting(p -> p.getFileName()).containsOnly("a.x12");
    }

    @Test
    void whatIsStillBeingWrittenIsLeftAlone() throws Exception {
        Files.writeString(in.resolve("a.x12.part"), "x");
        Files.writeString(in.resolve("b.tmp"), "x");
        Files.writeString(in.resolve(".c"), "x");

        assertThat(twice()).isEmpty();
        assertThat(names(in)).hasSize(3);
    }

    @Test
    void aFileThatDoesNotFitItsChecksumIsRefusedWithTheReasonBesideIt() throws Exception {
        Files.writeString(in.resolve("a.x12"), X12Text.interchange(1, 1));
        Files.writeString(in.resolve("a.x12.sha256"), "0".repeat(64) + "  a.x12\n");

        assertThat(twice()).isEmpty();
        assertThat(names(in.resolve("refused")))
                .containsExactly("a.x12", "a.x12.reason.txt", "a.x12.sha256");
        assertThat(in.resolve("refused/a.x12.reason.txt"))
                .content()
                .startsWith("expected SHA-256 0000");
        assertThat(log.pieces()).isEmpty();
    }

    @Test
    void aFileThatFitsIsTakenWithItsChecksum() throws Exception {
        Files.writeString(in.resolve("a.txt"), "");
        Files.writeString(
                in.resolve("a.txt.sha256"),
                "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855");

        assertThat(twice()).hasSize(1);
        assertThat(names(in.resolve("taken"))).containsExactly("a.txt", "a.txt.sha256");
    }

    @Test
    void aFileThatIsTooLongIsRefused() throws Exception {
        Files.writeString(in.resolve("a.x12"), "x".repeat(10_001));

        assertThat(twice()).isEmpty();
        assertThat(in.resolve("refused/a.x12.reason.txt"))
                .hasContent("expected at most 10000 bytes but found 10001");
    }

    @Test
    void whatKafkaDoesNotTakeStaysAndIsTriedAgain() throws Exception {
        Files.writeString(in.resolve("a.x12"), X12Text.interchange(1, 1));
        log.takeOnly(0);

        assertThat(twice()).isEmpty();
        assertThat(names(in)).containsExactly("a.x12");
        log.takeOnly(100);
        assertThat(folder.look()).hasSize(1);
    }

    @Test
    void aSecondFileOfANameDoesNotReplaceTheFirst() throws Exception {
        for (int i = 1; i <= 2; i++) {
            Files.writeString(in.resolve("a.x12"), X12Text.interchange(i, 1));
            assertThat(twice()).hasSize(1);
        }

        assertThat(names(in.resolve("taken"))).containsExactly("a.x12", "a.x12.2");
    }

    private List<Receipt> twice() throws Exception {
        folder.look();
        return folder.look();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
