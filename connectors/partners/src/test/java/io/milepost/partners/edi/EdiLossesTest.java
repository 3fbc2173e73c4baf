package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be put right costs its own transaction, and no other. */
class EdiLossesTest {

    private static final String X12 = Cut.text("855.x12");
    private static final String EDIFACT = Cut.text("ORDRSP.edi");

    @Test
    void segmentsOutsideOfTransactionsAreErrorsOfTheInterchange() {
        Cut cut = Cut.of(X12.replace("ST*855*0002", "XX*855*0002"));
        assertThat(cut.parts()).hasSize(2);
        assertThat(cut.interchanges().get(0).problems())
                .extracting(Problem::toString)
                .contains("line 18:1, segment XX: must be in a transaction but is in none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ST*855*0002~\n",
                "SE*15*0001~\n",
                "SE*15*0001~\nST*855*0002~\n",
                "BAK*00*RD"
            })
    void whatIsLostInOneTransactionDoesNotCostTheOthers(String lost) {
        Cut cut = Cut.of(X12.replace(lost, ""));
        List<PartnerMessage> read = cut.read();
        assertThat(read.get(read.size() - 1).body().at("/BAK/03").asText()).isEqualTo("P00044");
        assertThat(read.get(read.size() - 1).usable()).isTrue();
    }

    @Test
    void aTransactionThatBreaksOffInTheMiddleOfASegmentLeavesTheNextWhole() {
        String text =
                X12.substring(0, X12.indexOf("A*067*20260310~\nACK*IB"))
                        + X12.substring(X12.indexOf("ST*855*0002"));
        List<PartnerMessage> read = Cut.of(text).read();
        assertThat(read).hasSize(3);
        assertThat(read).extracting(PartnerMessage::usable).containsExactly(false, true, true);
        String edifact =
                EDIFACT.substring(0, EDIFACT.indexOf("012345123463"))
                        + EDIFACT.substring(EDIFACT.indexOf("UNH+2"));
        assertThat(Cut.of(edifact).read())
                .extracting(PartnerMessage::usable)
                .containsExactly(false, true);
    }

    @Test
    void anEndInTheMiddleOfATransactionCostsOnlyThatOne() {
        Cut cut = Cut.of(EDIFACT.replaceFirst("UNS\\+S", "UNZ+S"));
        assertThat(cut.read()).extracting(PartnerMessage::usable).containsExactly(false, true);
        assertThat(cut.interchanges()).hasSize(1);
        assertThat(cut.codes()).contains("transaction-not-ended");
    }

    @Test
    void anInterchangeThatBreaksOffLeavesTheNextWhole() {
        String text =
                X12.substring(0, X12.indexOf("A*067*20260310~\nACK*IB")) + Cut.text("856.x12");
        Cut cut = Cut.of(text);
        assertThat(cut.interchanges()).hasSize(2);
        assertThat(cut.read()).extracting(PartnerMessage::usable).containsExactly(false, true);
    }

    @Test
    void aStoreNumberIsNoTransaction() {
        String text = X12.replace("REF*VR*V-118~", "REF*ST*855*0001~");
        Cut cut = Cut.of(text);
        assertThat(cut.parts()).hasSize(3);
        assertThat(cut.read().get(0).body().at("/REF/0/02").asText()).isEqualTo("855");
    }

    @Test
    void aTransactionThatIsTooLargeIsCutOffAndToldAndCostsNoOther() {
        String large = "PID*F****" + "x".repeat(900) + "~\n";
        String text = X12.replace("PID*F****Hexagon bolt M8~\n", large.repeat(2000));
        Cut cut = Cut.of(text);
        assertThat(cut.parts()).hasSize(3);
        EdiPart first = cut.parts().get(0);
        assertThat(first.bytes().length).isLessThanOrEqualTo(1024 * 1024);
        assertThat(first.problems().get(0).toString())
                .isEqualTo(
                        "line 3:1, interchange 1, transaction 1: must have at most 1048576 bytes"
                            + " with its envelope, and segments of at most 65536; it was cut off");
        assertThat(cut.read())
                .extracting(PartnerMessage::usable)
                .containsExactly(false, true, true);
    }

    @Test
    void aSegmentWithoutEndDoesNotFillTheMemory() {
        Cut cut = Cut.of(X12.replace("Hexagon", "x".repeat(3_000_000)));
        assertThat(cut.read())
                .extracting(PartnerMessage::usable)
                .containsExactly(false, true, true);
        assertThat(cut.parts().get(0).bytes().length).isLessThan(1024 * 1024);
    }
}
