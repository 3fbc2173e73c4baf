package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where segments, elements and their parts are in what was read. */
class EdiStructureTest {

    @ParameterizedTest
    @CsvSource({
        "/BAK/02, AC",
        "/BAK/08, A-7781",
        "/REF/0/02, V-118",
        "/N1/0/N4/0/01, Harwich",
        "/PO1/0/02, 100",
        "/PO1/0/PID/0/05, Hexagon bolt M8",
        "/PO1/0/ACK/1/01, IB",
        "/PO1/0/ACK/1/DTM/0/02, 20260324",
        "/PO1/0/ACK/0/DTM,",
        "/PO1/1/ACK/0/01, IP",
        "/PO1/1/05,",
        "/CTT/01, 2",
        "/SE/01, 15"
    })
    void linesHaveTheirAnswers(String pointer, String expected) {
        assertThat(Cut.at(Cut.first("855.x12"), pointer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "810.x12, /IT1/0/SAC/0/05, 350",
        "810.x12, /IT1/1/SAC,",
        "810.x12, /TDS/01, 24850",
        "810.x12, /TDS/TXI/0/02, 39.76",
        "810.x12, /TDS/SAC/0/05, 200",
        "214.x12, /LX/0/AT7/1/01, X6",
        "214.x12, /LX/0/AT7/1/MS2/0/02, TR-77",
        "997.x12, /AK2/1/AK3/0/AK4/0/04, ten",
        "997.x12, /AK2/1/AK5/0/01, R",
        "997.x12, /AK9/01, P",
        "ORDRSP.edi, /BGM/02/01, A-7781",
        "ORDRSP.edi, /BGM/03/01, 4",
        "ORDRSP.edi, /RFF/0/DTM/0/01/02, 20260301",
        "ORDRSP.edi, /NAD/1/04/01, Schrauben K?nig GmbH",
        "ORDRSP.edi, /NAD/1/CTA/0/02/02, Frau L'Allemand",
        "ORDRSP.edi, /NAD/1/CTA/0/COM/0/01/01, +49 30 555",
        "ORDRSP.edi, /LIN/0/PRI/0/01/02, '1,25'",
        "ORDRSP.edi, /LIN/0/DTM/0/01/02, 20260310",
        "ORDRSP.edi, /LIN/1/QTY/0/01/01, 83",
        "ORDRSP.edi, /UNS/0/MOA/0/01/02, 75",
        "ORDRSP.edi, /UNS/0/CNT/0/01/02, 2",
        "DESADV.edi, /CPS/1/PAC/0/PCI/0/GIN/0/02/01, 340123450000000028",
        "DESADV.edi, /CPS/1/LIN/1/RFF/0/01/03, 2",
        "DESADV.edi, /CPS/1/_up/0/PAC/0/PCI/0/GIN/0/02/01, 340123450000000011",
        "DESADV.edi, /CPS/0/_down/0/LIN/0/03/01, 4012345123456",
        "DESADV.edi, /CNT/0/01/02, 2",
        "DESADV.edi, /UNG/05/01, 202",
        "INVOIC.edi, /NAD/0/RFF/0/01/02, DE123456789",
        "INVOIC.edi, /PAT/0/DTM/0/01/02, 20260411",
        "INVOIC.edi, /LIN/0/TAX/0/MOA/0/01/02, 14.25",
        "INVOIC.edi, /UNS/0/TAX/0/MOA/0/01/02, 46.55",
        "INVOIC.edi, /UNS/0/MOA/1/01/02, 245.00",
        "IFTSTA.edi, /CNI/0/STS/0/RFF/0/01/02, P00042",
        "IFTSTA.edi, /CNI/0/STS/1/TDT/0/LOC/0/DTM/0/01/02, 202603101600",
        "CONTRL.edi, /UCM/1/UCS/0/UCD/0/02/02, 2"
    })
    void segmentsAreWhereTheyBelong(String sample, String pointer, String expected) {
        assertThat(Cut.at(Cut.first(sample), pointer)).isEqualTo(expected);
    }

    @Test
    void aTypeWithoutRulesIsListedInOrder() {
        PartnerMessage message = Cut.firstOf(Cut.text("214.x12").replace("ST*214", "ST*990"));
        assertThat(message.usable()).isTrue();
        assertThat(message.problems())
                .extracting(Problem::code)
                .containsExactly("type-without-loops");
        assertThat(Cut.at(message, "/_segments/3/_tag")).isEqualTo("AT7");
        assertThat(Cut.at(message, "/AT7/1/01")).isEqualTo("X6");
    }

    @Test
    void valuesWithTheComponentSeparatorStayWhole() {
        String text = Cut.text("855.x12").replace("Hexagon bolt M8", "M8 > M6 > M4");
        PartnerMessage message = Cut.firstOf(text);
        assertThat(Cut.at(message, "/PO1/0/PID/0/05")).isEqualTo("M8 > M6 > M4");
        assertThat(Cut.at(message, "/PO1/0/PID/0/05:/02")).isEqualTo(" M6 ");
        assertThat(message.problems()).isEmpty();
    }

    @Test
    void repetitionsAreListedBesideTheWhole() {
        PartnerMessage message =
                Cut.firstOf(Cut.text("856.x12").replace("FF123456789", "FF1>a^FF2"));
        assertThat(Cut.at(message, "/HL/0/REF/0/02")).isEqualTo("FF1>a^FF2");
        assertThat(Cut.at(message, "/HL/0/REF/0/02*/1")).isEqualTo("FF2");
        assertThat(Cut.at(message, "/HL/0/REF/0/02:/01")).isEqualTo("FF1");
        PartnerMessage edifact =
                Cut.firstOf(
                        Cut.text("IFTSTA.edi")
                                .replace("UNB+UNOC:4", "UNA:+.?*'UNB+UNOC:4")
                                .replace("LOC+5+GBHRW'", "LOC+5+GBHRW:x*GBLON'"));
        assertThat(Cut.at(edifact, "/CNI/0/LOC/0/02/02")).isEqualTo("x");
        assertThat(Cut.at(edifact, "/CNI/0/LOC/0/02*/1/01")).isEqualTo("GBLON");
    }

    @Test
    void aValueKnowsWhereItStood() {
        PartnerMessage message = Cut.first("855.x12");
        JsonNode date = message.body().at("/PO1/0/ACK/1/DTM/0/02");
        assertThat(message.placeOf(date)).isEqualTo(new Place(13, 9, "segment 11 DTM, element 2"));
        PartnerMessage second = Cut.of(Cut.sample("855.x12")).read().get(1);
        assertThat(second.placeOf(second.body().at("/PO1/0/ACK/0/01")))
                .isEqualTo(new Place(21, 5, "segment 4 ACK, element 1"));
        PartnerMessage edifact = Cut.first("ORDRSP.edi");
        assertThat(edifact.placeOf(edifact.body().at("/LIN/0/PRI/0/01/02")))
                .isEqualTo(new Place(17, 9, "segment 15 PRI, element 1, component 2"));
        assertThat(edifact.placeOf(edifact.body().at("/UNB/02/01")))
                .isEqualTo(new Place(0, 0, "segment UNB, element 2, component 1"));
    }

    @Test
    void placesHoldWhereOneLineIsTheWholeInterchange() {
        String text = Cut.text("855.x12").replace("\n", "");
        PartnerMessage message = Cut.of(text).read().get(1);
        Place place = message.placeOf(message.body().at("/PO1/0/ACK/0/01"));
        assertThat(place.line()).isEqualTo(1);
        assertThat(text.substring(place.column() - 1)).startsWith("IR*10*EA");
    }
}
