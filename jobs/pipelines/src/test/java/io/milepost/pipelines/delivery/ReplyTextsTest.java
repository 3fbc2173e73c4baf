package io.milepost.pipelines.delivery;

import static io.milepost.pipelines.delivery.AnsweredPartner.BROKEN;
import static io.milepost.pipelines.delivery.AnsweredPartner.GOOD;
import static io.milepost.pipelines.delivery.AnsweredPartner.MISCOUNTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.Format;
import io.milepost.partners.message.PartnerMessage;
import org.junit.jupiter.api.Test;

/** What partners are answered, in the words of their formats. */
class ReplyTextsTest {

    private final AnsweredPartner partner = new AnsweredPartner();

    @Test
    void whatCouldBeReadIsAccepted() throws Exception {
        assertThat(partner.x12("functional", GOOD, GOOD))
                .contains("GS*FA*US*ACME*", "ST*997*0001~", "AK1*PR*905~")
                .contains("AK2*855*0001~\nAK5*A~\nAK2*855*0002~\nAK5*A~\nAK9*A*2*2*2~");
    }

    @Test
    void whatHadToBePutRightIsAcceptedWithErrors() throws Exception {
        assertThat(partner.x12("functional", MISCOUNTED))
                .contains("AK2*855*0001~\nAK5*E*4~\nAK9*E*1*1*1~");
    }

    @Test
    void whatCannotBeReadIsRejected() throws Exception {
        assertThat(partner.x12("functional", BROKEN))
                .contains("AK2*855*0001~\nAK3*BK*2**1~\nAK5*R*4*5~\nAK9*R*1*1*0~");
    }

    @Test
    void oneOfThreeIsRejectedAlone() throws Exception {
        assertThat(partner.x12("functional", GOOD, BROKEN, GOOD))
                .contains("AK2*855*0001~\nAK5*A~\n")
                .contains("AK2*855*0002~\nAK3*BK*2**1~\nAK5*R*4*5~\n")
                .contains("AK2*855*0003~\nAK5*A~\nAK9*P*3*3*2~");
    }

    @Test
    void anImplementationAcknowledgementHasItsOwnVersion() throws Exception {
        assertThat(partner.x12("implementation", GOOD, BROKEN))
                .contains("*X*005010X231A1~\nST*999*0001*005010X231A1~")
                .contains("IK5*A~", "IK3*BK*2**1~", "IK5*R*4*5~", "AK9*P*2*2*1~");
    }

    @Test
    void anEdifactInterchangeIsAnsweredByOneContrl() throws Exception {
        String ordrsp = CameIn.sample("generic-edifact/samples/ordrsp.edi");
        String broken = ordrsp.replace("BGM+231", "B?M+231");

        assertThat(partner.answer("generic-edifact", Format.EDIFACT, "functional", ordrsp))
                .contains("UNH+1+CONTRL:D:3:UN'")
                .contains("UCI+101+4012345000009:14+4098765000010:14+7'")
                .contains("UCM+1+ORDRSP:D:96A:UN:EAN008+7'");
        assertThat(partner.answer("generic-edifact", Format.EDIFACT, "functional", broken))
                .contains("UCI+101+4012345000009:14+4098765000010:14+4'")
                .contains("UCM+1+ORDRSP:D:96A:UN:EAN008+4+18'\nUCS+2+15'");
    }

    @Test
    void anXmlDocumentIsAnsweredByAnApplicationResponse() throws Exception {
        String response = CameIn.sample("generic-ubl/samples/order-response.xml");
        PartnerMessage taken = partner.ubl(response);
        PartnerMessage refused = partner.ubl(response.replace("</OrderResponse>", ""));

        assertThat(taken.problems()).isEmpty();
        assertThat(taken.type()).isEqualTo("ApplicationResponse");
        assertThat(text(taken, "/SenderParty/0/PartyIdentification/0/ID")).isEqualTo("US");
        assertThat(text(taken, "/ReceiverParty/0/PartyIdentification/0/ID")).isEqualTo("ACME");
        assertThat(text(taken, "/DocumentResponse/0/Response/0/ResponseCode")).isEqualTo("AB");
        assertThat(text(taken, "/DocumentResponse/0/DocumentReference/0/ID")).isEqualTo("OC-4711");
        assertThat(text(taken, "/DocumentResponse/0/DocumentReference/0/DocumentType"))
                .isEqualTo("OrderResponse");
        assertThat(text(refused, "/DocumentResponse/0/Response/0/ResponseCode")).isEqualTo("RE");
        assertThat(text(refused, "/DocumentResponse/0/Response/0/Description"))
                .contains("OrderResponse");
        assertThat(text(refused, "/DocumentResponse/0/DocumentReference/0/ID")).isEqualTo("NA");
    }

    private static String text(PartnerMessage message, String pointer) {
        return message.body().at(pointer).asText();
    }
}
