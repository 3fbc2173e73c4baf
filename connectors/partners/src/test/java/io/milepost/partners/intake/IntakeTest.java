package io.milepost.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.InterchangeSummary;
import io.milepost.events.PartnerInbound;
import io.milepost.partners.message.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    private static final Delivery X12 = Delivery.file("northwind", Format.X12, "a.x12");
    private static final Delivery JSON = Delivery.call("tracker", Format.JSON, "msg_1", null);

    @TempDir private Path folder;
    private final MemoryLog log = new MemoryLog();
    private Intake intake;

    @BeforeEach
    void open() throws IOException {
        intake =
                new Intake(
                        new FolderArchive(folder),
                        log,
                        new IntakeLimits(10_000, 2_000, 2, Duration.ofSeconds(5)));
    }

    @Test
    void anInterchangeBecomesOneRecordATransactionAndOneThatSaysWhatItHeld() throws Exception {
        Receipt receipt = intake.take(X12, stream(X12Text.interchange(905, 3)));

        assertThat(receipt.transactions()).isEqualTo(3);
        assertThat(receipt.problems()).isEmpty();
        assertThat(log.pieces()).hasSize(4);
        assertThat(log.keys()).containsOnly("northwind/ZZ:NORTHWIND/ZZ:ACME/000000905");
        assertThat(log.pieces())
                .extracting(PartnerInbound::getReceiptId)
                .containsOnly(receipt.id());
        assertThat(log.transactions())
                .extracting(t -> t.getMessageType() + " " + t.getMessageControlNumber())
                .containsExactly("855 0001", "855 0002", "855 0003");
        InterchangeSummary summary = (InterchangeSummary) log.pieces().get(3).getBody();
        assertThat(summary.getTransactions()).isEqualTo(3);
        assertThat(summary.getUnfinished()).isZero();
    }

    @Test
    void whatWasSentIsKeptUnderItsHashByteByByte() throws Exception {
        String sent = X12Text.interchange(905, 1);
        Receipt receipt = intake.take(X12, stream(sent));

        try (InputStream kept = new FolderArchive(folder).open(receipt.sha256())) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo(sent);
        }
        assertThat(receipt.length()).isEqualTo(sent.length());
    }

    @Test
    void theSameAgainIsKeptOnceAndHasTheSameKey() throws Exception {
        intake.take(JSON, stream("{}"));
        intake.take(JSON, stream("{}"));

        assertThat(files()).hasSize(1);
        assertThat(log.pieces()).hasSize(2);
        assertThat(log.keys()).containsOnly(log.keys().get(0));
    }

    @Test
    void aDocumentIsOneTransaction() throws Exception {
        Receipt receipt = intake.take(JSON, stream("{\"a\":1}"));

        assertThat(receipt.transactions()).isEqualTo(1);
        PartnerInbound piece = log.pieces().get(0);
        assertThat(piece.getSenderMessageId()).isEqualTo("msg_1");
        assertThat(StandardCharsets.UTF_8.decode(log.transactions().get(0).getPayload()).toString())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void aDocumentThatIsTooLongGoesOnWithoutItsBytesAndSaysSo() throws Exception {
        Receipt receipt = intake.take(JSON, stream("\"" + "x".repeat(3_000) + "\""));

        assertThat(receipt.problems())
                .containsExactly(
                        "expected a transaction of at most 2000 bytes but found 3002; it is in the"
                                + " archive");
        assertThat(log.transactions().get(0).getPayload().remaining()).isZero();
        assertThat(log.transactions().get(0).getProblems()).isEqualTo(receipt.problems());
    }

    @Test
    void moreThanIsTakenIsRefusedAndNothingIsKept() {
        assertThatThrownBy(() -> intake.take(JSON, stream("x".repeat(10_001))))
                .isInstanceOf(TooLongException.class)
                .hasMessage("expected at most 10000 bytes but found more");
        assertThat(files()).isEmpty();
        assertThat(log.pieces()).isEmpty();
    }

    @Test
    void thereIsNoReceiptUnlessAllOfItIsKept() {
        log.takeOnly(2);

        assertThatThrownBy(() -> intake.take(X12, stream(X12Text.interchange(905, 5))))
                .isInstanceOf(NotKeptException.class)
                .cause()
                .hasMessage("the broker is down");
    }

    @Test
    void oneBrokenTransactionCostsNoOther() throws Exception {
        String broken = X12Text.interchange(905, 3).replace("ST*855*0002", "ST*855*0002~ST*855*9");
        Receipt receipt = intake.take(X12, stream(broken));

        assertThat(log.transactions())
                .extracting(t -> t.getMessageControlNumber())
                .contains("0001", "0003");
        assertThat(receipt.problems()).isNotEmpty();
    }

    @Test
    void anArchiveDoesNotOpenWhatIsNoHash() {
        assertThatThrownBy(() -> new FolderArchive(folder).open("../../etc/passwd"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SHA-256");
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
