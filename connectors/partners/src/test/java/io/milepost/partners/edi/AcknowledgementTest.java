package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.edi.out.ContrlAcknowledgement;
import io.milepost.partners.edi.out.EdiWriter;
import io.milepost.partners.edi.out.OutEnvelope;
import io.milepost.partners.edi.out.OutEnvelope.Party;
import io.milepost.partners.edi.out.OutTransaction;
import io.milepost.partners.edi.out.TransactionOutcome;
import io.milepost.partners.edi.out.X12Acknowledgement;
import io.milepost.partners.message.Format;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static List<TransactionOutcome> outcomes(String text) {
        return Cut.of(text).read().stream().map(TransactionOutcome::of).toList();
    }

    /** Written, split, read without a word, and as text without its envelope. */
    private static String written(Format format, String version, List<OutTransaction> messages) {
        OutEnvelope envelope =
                new OutEnvelope(
                        Party.of("ZZ:MILEPOSTTRADE"),
                        Party.of("ZZ:BOLTMAKERS"),
                        9,
                        9,
                        NOON,
                        version,
                        false,
                        false);
        byte[] bytes = EdiWriter.write(format, envelope, messages);
        assertThat(Cut.of(bytes).codes()).isEmpty();
        String text = new String(bytes, StandardCharsets.UTF_8);
        return format == Format.X12
                ? text.substring(text.indexOf("ST*"), text.indexOf("GE*"))
                : text.substring(text.indexOf("UNH"), text.indexOf("UNZ"));
    }

    @Test
    void aGroupWithoutFaultIsAccepted() {
        assertThat(
                        written(
                                Format.X12,
                                "004010",
                                X12Acknowledgement.functional(
                                        outcomes(Cut.text("855.x12")), false)))
                .isEqualTo(
                        """
                        ST*997*0001~
                        AK1*PR*101~
                        AK2*855*0001~
                        AK5*A~
                        AK2*855*0002~
                        AK5*A~
                        AK2*855*0003~
                        AK5*A~
                        AK9*A*3*3*3~
                        SE*10*0001~
                        """);
    }

    @Test
    void faultsAreToldByTransactionAndSegment() {
        String text =
                Cut.text("855.x12")
                        .replace("SE*15*", "SE*14*")
                        .replace("PO1*1*10*", "P_1*1*10*")
                        .replace("SE*4*0003~\n", "");
        List<TransactionOutcome> outcomes = outcomes(text);
        assertThat(written(Format.X12, "004010", X12Acknowledgement.functional(outcomes, false)))
                .isEqualTo(
                        """
                        ST*997*0001~
                        AK1*PR*101~
                        AK2*855*0001~
                        AK5*E*4~
                        AK2*855*0002~
                        AK3*P1*3**1~
                        AK5*R*4*5~
                        AK2*855*0003~
                        AK3*CTT*3**8~
                        AK5*R*2*5~
                        AK9*P*3*3*1~
                        SE*12*0001~
                        """);
        assertThat(
                        written(
                                Format.X12,
                                "005010X231A1",
                                X12Acknowledgement.implementation(outcomes, false)))
                .startsWith(
                        "ST*999*0001*005010X231A1~\nAK1*PR*101*004010~\nAK2*855*0001~\nIK5*E*4~\n");
    }

    /** What is not named is accepted, and the counts are of all. */
    @Test
    void inBriefOnlyWhatIsNotSimplyAcceptedIsNamed() {
        List<TransactionOutcome> outcomes =
                outcomes(Cut.text("855.x12").replace("PO1*1*10*", "P_1*1*10*"));
        assertThat(written(Format.X12, "004010", X12Acknowledgement.functional(outcomes, true)))
                .isEqualTo(
                        """
                        ST*997*0001~
                        AK1*PR*101~
                        AK2*855*0002~
                        AK5*R*4*5~
                        AK9*P*3*3*2~
                        SE*6*0001~
                        """);
    }

    @Test
    void anAcknowledgementIsNeverAcknowledged() {
        assertThat(X12Acknowledgement.functional(outcomes(Cut.text("997.x12")), false)).isEmpty();
        Cut contrl = Cut.of(Cut.sample("CONTRL.edi"));
        assertThat(
                        ContrlAcknowledgement.of(
                                contrl.interchanges().get(0).header(),
                                contrl.read().stream().map(TransactionOutcome::of).toList(),
                                false))
                .isEmpty();
    }

    @Test
    void anEdifactInterchangeIsAnsweredByContrl() {
        Cut cut = Cut.of(Cut.text("ORDRSP.edi").replace("BGM+231+A-7782", "B?M+231+A-7782"));
        OutTransaction contrl =
                ContrlAcknowledgement.of(
                                cut.interchanges().get(0).header(),
                                cut.read().stream().map(TransactionOutcome::of).toList(),
                                false)
                        .orElseThrow();
        assertThat(written(Format.EDIFACT, null, List.of(contrl)))
                .isEqualTo(
                        """
                        UNH+1+CONTRL:D:3:UN'
                        UCI+201+4012345000009:14+4098765000001:14+7'
                        UCM+1+ORDRSP:D:96A:UN:EAN005+7'
                        UCM+2+ORDRSP:D:96A:UN:EAN005+4+18'
                        UCS+2+15'
                        UNT+6+1'
                        """);
    }

    @Test
    void onePerGroup() {
        String text =
                Cut.text("855.x12")
                        .replace(
                                "ST*855*0003~",
                                "GE*2*101~\n"
                                    + "GS*PR*BOLTMAKERS*MILEPOSTTRADE*20260302*0915*102*X*004010~\n"
                                    + "ST*855*0003~")
                        .replace("GE*3*101", "GE*1*102")
                        .replace("IEA*1", "IEA*2");
        List<OutTransaction> acknowledgements =
                X12Acknowledgement.functional(outcomes(text), false);
        assertThat(acknowledgements)
                .extracting(OutTransaction::controlNumber)
                .containsExactly("0001", "0002");
        assertThat(written(Format.X12, "004010", acknowledgements))
                .contains("AK1*PR*101~", "AK9*A*2*2*2~", "AK1*PR*102~", "AK9*A*1*1*1~");
    }

    @Test
    void aTransactionThatWasCutOffIsRefusedInItsGroup() {
        String text = Cut.text("855.x12").replace("Hexagon bolt M8", "x".repeat(100_000));
        String written =
                written(Format.X12, "004010", X12Acknowledgement.functional(outcomes(text), false));
        assertThat(written)
                .isEqualTo(
                        """
                        ST*997*0001~
                        AK1*PR*101~
                        AK2*855*0001~
                        AK5*R*5~
                        AK2*855*0002~
                        AK5*A~
                        AK2*855*0003~
                        AK5*A~
                        AK9*P*3*3*2~
                        SE*10*0001~
                        """);
    }
}
