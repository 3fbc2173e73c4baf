package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdiSplitterTest {

    private static final String X12 = Cut.text("855.x12");
    private static final String EDIFACT = Cut.text("ORDRSP.edi");

    @Test
    void aPartIsAnInterchangeOfItsOwn() {
        EdiPart part = Cut.of(X12).parts().get(1);
        assertThat(new String(part.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        ISA*00*          *00*          *ZZ*BOLTMAKERS     *ZZ*MILEPOSTTRADE  *260302*0915*U*00401*000000101*0*P*>~
                        GS*PR*BOLTMAKERS*MILEPOSTTRADE*20260302*0915*101*X*004010~
                        ST*855*0002~
                        BAK*00*RD*P00043*20260301****A-7782*20260302~
                        PO1*1*10*EA*9.99**VP*WASHER-M8*BP*P-300~
                        ACK*IR*10*EA~
                        CTT*1~
                        SE*6*0002~
                        GE*1*101~
                        IEA*1*000000101~
                        """);
        assertThat(part.origin()).isEqualTo(new Origin(18, 1));
        assertThat(part.index()).isEqualTo(2);
        assertThat(part.header().messageControlNumber()).isEqualTo("0002");
        Cut again = Cut.of(part.bytes());
        assertThat(again.codes()).isEmpty();
        assertThat(again.parts().get(0).bytes()).isEqualTo(part.bytes());
    }

    @Test
    void bytesOfATransactionAreNotTouched() {
        byte[] latin =
                EDIFACT.replace("K??nig", "K\u00F6nig").getBytes(StandardCharsets.ISO_8859_1);
        EdiPart part = Cut.of(latin).parts().get(0);
        String sent = new String(latin, StandardCharsets.ISO_8859_1);
        assertThat(new String(part.bytes(), StandardCharsets.ISO_8859_1))
                .contains(sent.substring(sent.indexOf("UNH+1"), sent.indexOf("UNH+2")));
    }

    @Test
    void severalInterchangesOfBothKindsInOneStream() {
        Cut cut =
                Cut.of(
                        X12
                                + EDIFACT
                                + Cut.text("856.x12").replace("\n", "")
                                + Cut.text("DESADV.edi"));
        assertThat(cut.codes()).isEmpty();
        assertThat(cut.interchanges())
                .extracting(InterchangeSummary::transactions)
                .containsExactly(3, 2, 1, 1);
        assertThat(cut.parts())
                .extracting(EdiPart::type)
                .containsExactly("855", "855", "855", "ORDRSP", "ORDRSP", "856", "DESADV");
        assertThat(cut.parts())
                .extracting(EdiPart::interchange)
                .containsExactly(1, 1, 1, 2, 2, 3, 4);
        assertThat(cut.stream().transactions()).isEqualTo(7);
    }

    @Test
    void aSummaryTellsWhatCame() {
        InterchangeSummary summary = Cut.of(X12.replace("*0*P*>", "*1*T*>")).interchanges().get(0);
        assertThat(summary.header().controlNumber()).isEqualTo("000000101");
        assertThat(summary.byType()).containsExactly(Map.entry("855", 3));
        assertThat(summary.groups()).isEqualTo(1);
        assertThat(summary.unfinished()).isZero();
        assertThat(summary.test()).isTrue();
        assertThat(summary.acknowledgementWanted()).isTrue();
        assertThat(summary.version()).isEqualTo("00401");
    }

    @Test
    void anInterchangeAcknowledgementIsAPart() {
        String text = X12.replace("GS*PR", "TA1*000000077*260301*0900*A*000~\nGS*PR");
        Cut cut = Cut.of(text);
        assertThat(cut.codes()).isEmpty();
        assertThat(cut.parts())
                .extracting(EdiPart::type)
                .containsExactly("TA1", "855", "855", "855");
        PartnerMessage message = cut.read().get(0);
        assertThat(message.type()).isEqualTo("TA1");
        assertThat(message.body().at("/TA1/0/04").asText()).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "hello",
                "ISA*00*",
                "{\"a\": 1}",
                "UNA",
                "UNB+",
                "ISA*1*2*3*4*5*6*7*8*9*10*11*12*13*14*15"
            })
    void aStreamWithoutInterchangeIsAnError(String text) {
        Cut cut = Cut.of(text);
        assertThat(cut.parts()).isEmpty();
        assertThat(cut.stream().problems())
                .extracting(Problem::severity)
                .contains(Problem.Severity.ERROR);
    }

    @Test
    void aStreamOfBeginningsIsNotReadToItsEnd() {
        Cut cut = Cut.of("UNB+UNOA:".repeat(100_000));
        assertThat(cut.stream().bytes()).isLessThan(100_000);
        assertThat(cut.stream().problems())
                .extracting(Problem::code)
                .contains("interchange-header", "more-problems");
    }

    @Test
    void whatTheSinkDoesNotTakeEndsTheSplitting() {
        EdiSplitter.Sink broken =
                new EdiSplitter.Sink() {
                    @Override
                    public void transaction(EdiPart part) throws IOException {
                        throw new IOException("full");
                    }

                    @Override
                    public void interchange(InterchangeSummary summary) {}
                };
        assertThatThrownBy(
                        () ->
                                new EdiSplitter()
                                        .split(
                                                new ByteArrayInputStream(Cut.sample("855.x12")),
                                                broken))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }
}
