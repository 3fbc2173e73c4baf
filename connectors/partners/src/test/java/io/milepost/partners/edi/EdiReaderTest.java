package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdiReaderTest {

    private static PartnerMessage first(String sample) {
        return Cut.of(Cut.sample(sample)).read().get(0);
    }

    private static PartnerMessage firstOf(String text) {
        return Cut.of(text).read().get(0);
    }

    private static String at(PartnerMessage message, String pointer) {
        JsonNode node = message.body().at(pointer);
        return node.isMissingNode() ? null : node.asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "855.x12",
                "856.x12",
                "810.x12",
                "214.x12",
                "997.x12",
                "ORDRSP.edi",
                "DESADV.edi",
                "INVOIC.edi",
                "IFTSTA.edi",
                "CONTRL.edi"
            })
    void ourSamplesHaveNoProblem(String sample) {
        assertThat(Cut.of(Cut.sample(sample)).problems()).isEmpty();
    }

    @Test
    void aMessageKnowsItsInterchange() {
        PartnerMessage message = first("855.x12");
        assertThat(message.format()).isEqualTo(Format.X12);
        assertThat(message.type()).isEqualTo("855");
        assertThat(message.version()).isEqualTo("004010");
        assertThat(message.header().sender()).isEqualTo("ZZ:BOLTMAKERS");
        assertThat(message.header().receiver()).isEqualTo("ZZ:MILEPOSTTRADE");
        assertThat(message.header().controlNumber()).isEqualTo("000000101");
        assertThat(message.header().groupControlNumber()).isEqualTo("101");
        assertThat(message.header().messageControlNumber()).isEqualTo("0001");
        assertThat(message.header().preparedAt()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @Test
    void anEdifactMessageKnowsItsInterchange() {
        PartnerMessage message = first("ORDRSP.edi");
        assertThat(message.format()).isEqualTo(Format.EDIFACT);
        assertThat(message.type()).isEqualTo("ORDRSP");
        assertThat(message.version()).isEqualTo("D:96A:UN:EAN005");
        assertThat(message.header().sender()).isEqualTo("14:4012345000009");
        assertThat(message.header().controlNumber()).isEqualTo("201");
        assertThat(message.header().groupControlNumber()).isNull();
        assertThat(message.header().messageControlNumber()).isEqualTo("1");
        assertThat(message.header().preparedAt()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(at(message, "/_decimal")).isEqualTo(",");
    }

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
        assertThat(at(first("855.x12"), pointer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/HL/4/03, I",
        "/HL/4/SN1/0/02, 60",
        "/HL/4/_up/O/PRF/0/01, P00042",
        "/HL/4/_up/P/MAN/0/02, 00012345678905555568",
        "/HL/4/_up/T/MAN/0/02, 00012345678905555551",
        "/HL/4/_up/S/REF/0/02, FF123456789",
        "/HL/7/_up/O/PRF/0/01, P00045",
        "/HL/7/_up/P,",
        "/HL/3/_down/I/1/LIN/0/03, NUT-M8",
        "/HL/3/_down/I/1/_up,",
        "/CTT/01, 8"
    })
    void anItemKnowsItsOrderAndItsPackages(String pointer, String expected) {
        assertThat(at(first("856.x12"), pointer)).isEqualTo(expected);
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
        assertThat(at(first(sample), pointer)).isEqualTo(expected);
    }

    @Test
    void aValueKnowsWhereItStood() {
        PartnerMessage message = first("855.x12");
        JsonNode date = message.body().at("/PO1/0/ACK/1/DTM/0/02");
        assertThat(message.placeOf(date)).isEqualTo(new Place(13, 9, "segment 11 DTM, element 2"));
        PartnerMessage second = Cut.of(Cut.sample("855.x12")).read().get(1);
        assertThat(second.placeOf(second.body().at("/PO1/0/ACK/0/01")))
                .isEqualTo(new Place(21, 5, "segment 4 ACK, element 1"));
        PartnerMessage edifact = first("ORDRSP.edi");
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

    @Test
    void valuesWithTheComponentSeparatorStayWhole() {
        String text = Cut.text("855.x12").replace("Hexagon bolt M8", "M8 > M6 > M4");
        PartnerMessage message = firstOf(text);
        assertThat(at(message, "/PO1/0/PID/0/05")).isEqualTo("M8 > M6 > M4");
        assertThat(at(message, "/PO1/0/PID/0/05:/02")).isEqualTo(" M6 ");
        assertThat(message.problems()).isEmpty();
    }

    @Test
    void repetitionsAreListedBesideTheWhole() {
        PartnerMessage message = firstOf(Cut.text("856.x12").replace("FF123456789", "FF1>a^FF2"));
        assertThat(at(message, "/HL/0/REF/0/02")).isEqualTo("FF1>a^FF2");
        assertThat(at(message, "/HL/0/REF/0/02*/1")).isEqualTo("FF2");
        assertThat(at(message, "/HL/0/REF/0/02:/01")).isEqualTo("FF1");
        PartnerMessage edifact =
                firstOf(
                        Cut.text("IFTSTA.edi")
                                .replace("UNB+UNOC:4", "UNA:+.?*'UNB+UNOC:4")
                                .replace("LOC+5+GBHRW'", "LOC+5+GBHRW:x*GBLON'"));
        assertThat(at(edifact, "/CNI/0/LOC/0/02/02")).isEqualTo("x");
        assertThat(at(edifact, "/CNI/0/LOC/0/02*/1/01")).isEqualTo("GBLON");
    }

    @ParameterizedTest
    @CsvSource({
        "UNOA, UTF-8, UTF-8",
        "UNOC, ISO-8859-1, ''",
        "UNOC, UTF-8, UTF-8 although",
        "UNOA, windows-1252, outside of UNOA",
        "UNOL, ISO-8859-15, ''",
        "UNOY, UTF-8, ''",
        "UNOW, UTF-8, ''"
    })
    void charactersAreReadAsTheyWereWritten(String syntax, String charset, String doubt) {
        String text =
                Cut.text("ORDRSP.edi").replace("UNOC", syntax).replace("K??nig", "K\u00F6nig");
        Cut cut = Cut.of(text.getBytes(Charset.forName(charset)));
        assertThat(at(cut.read().get(0), "/NAD/1/04/01")).isEqualTo("Schrauben K\u00F6nig GmbH");
        assertThat(cut.problems().stream().map(Problem::message).findFirst().orElse(""))
                .contains(doubt);
        assertThat(cut.problems()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UNOD, ISO-8859-2, \u0141\u00F3d\u017A",
        "UNOE, ISO-8859-5, \u041C\u043E\u0441\u043A\u0432\u0430",
        "UNOF, ISO-8859-7, \u0391\u03B8\u03AE\u03BD\u03B1",
        "UNOX, ISO-2022-JP, \u6771\u4EAC"
    })
    void otherAlphabetsToo(String syntax, String charset, String city) {
        String text = Cut.text("ORDRSP.edi").replace("UNOC", syntax).replace("K??nig", city);
        Cut cut = Cut.of(text.getBytes(Charset.forName(charset)));
        assertThat(at(cut.read().get(0), "/NAD/1/04/01")).isEqualTo("Schrauben " + city + " GmbH");
        assertThat(cut.parts()).hasSize(2);
        assertThat(cut.problems()).isEmpty();
    }

    @Test
    void charactersBeyondTheBasicPlaneAndLongTextsComeThrough() {
        String smile = "\uD83D\uDE00";
        String text = Cut.text("855.x12").replace("Hexagon bolt M8", smile + "x".repeat(9000));
        assertThat(at(firstOf(text), "/PO1/0/PID/0/05")).isEqualTo(smile + "x".repeat(9000));
        String edifact = Cut.text("ORDRSP.edi").replace("K??nig", "y".repeat(5000) + "?+" + smile);
        assertThat(at(firstOf(edifact), "/NAD/1/04/01"))
                .isEqualTo("Schrauben " + "y".repeat(5000) + "+" + smile + " GmbH");
    }

    @Test
    void aParentThatIsNotNamedIsFoundByItsLevel() {
        String text =
                Cut.text("856.x12").replace("HL*5*4*I", "HL*5**I").replace("HL*7*1*O", "HL*7*99*O");
        PartnerMessage message = firstOf(text);
        assertThat(at(message, "/HL/4/_up/P/MAN/0/02")).isEqualTo("00012345678905555568");
        assertThat(at(message, "/HL/6/_up/S/REF/0/02")).isEqualTo("FF123456789");
        assertThat(message.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "line 16:1, segment 14 HL: element 2: must name the level above but is"
                                + " empty; '4' (P) is taken",
                        "line 22:1, segment 20 HL: element 2: level '99' is not known at this"
                                + " point; '1' (S) is taken");
    }

    @Test
    void aHierarchyThatIsTooDeepIsRefused() {
        StringBuilder levels = new StringBuilder();
        for (int i = 9; i < 60; i++) {
            levels.append("HL*").append(i).append('*').append(i - 1).append("*I~\n");
        }
        PartnerMessage message = firstOf(Cut.text("856.x12").replace("CTT*8~", levels + "CTT*8~"));
        assertThat(message.usable()).isFalse();
        assertThat(message.problems()).extracting(Problem::code).contains("hierarchy-too-deep");
    }

    @Test
    void wrongCountsAreToldAndDoNotMatter() {
        String text = Cut.text("855.x12").replace("SE*15*0001", "SE*14*0009");
        PartnerMessage message = firstOf(text);
        assertThat(message.usable()).isTrue();
        assertThat(message.problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "line 17:4, segment 15 SE, element 1: counts other than what is there:"
                                + " '14'",
                        "line 17:7, segment 15 SE, element 2: is not the control number of the"
                                + " header: '0009'");
    }

    @Test
    void whatHasNoEndIsNotUsable() {
        String text = Cut.text("855.x12");
        Cut cut = Cut.of(text.substring(0, text.indexOf("ACK*IB")));
        assertThat(cut.read()).hasSize(1);
        assertThat(cut.read().get(0).usable()).isFalse();
        assertThat(cut.codes())
                .contains(
                        "transaction-not-ended",
                        "missing-group-trailer",
                        "missing-interchange-trailer");
        assertThat(cut.interchanges().get(0).unfinished()).isEqualTo(1);
    }

    @Test
    void segmentsThatAreNoneMakeAMessageUnusable() {
        PartnerMessage message = firstOf(Cut.text("855.x12").replace("PO1*2*", "P?1*2*"));
        assertThat(message.usable()).isFalse();
        assertThat(message.problems().get(0).toString())
                .isEqualTo(
                        "line 14:1, segment 12 P?1: must begin with a tag of 2 or 3 letters and"
                                + " digits but begins with 'P?1*2*50*EA*3.4**VP*'");
    }

    @Test
    void aTypeWithoutRulesIsListedInOrder() {
        PartnerMessage message = firstOf(Cut.text("214.x12").replace("ST*214", "ST*990"));
        assertThat(message.usable()).isTrue();
        assertThat(message.problems())
                .extracting(Problem::code)
                .containsExactly("type-without-loops");
        assertThat(at(message, "/_segments/3/_tag")).isEqualTo("AT7");
        assertThat(at(message, "/AT7/1/01")).isEqualTo("X6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "ISA",
                "ISA*00*",
                "UNA:+.? '",
                "UNB+UNOA:1",
                "{\"a\":1}",
                "<x/>"
            })
    void whatIsNoInterchangeIsAProblem(String text) {
        PartnerMessage message =
                new EdiReader().read(text.getBytes(StandardCharsets.UTF_8), Origin.START);
        assertThat(message.usable()).isFalse();
        assertThat(message.type()).isEqualTo("unknown");
    }

    @Test
    void limitsHold() {
        EdiLimits limits = new EdiLimits(2048, 256, 10, 20, 5, 5);
        Cut cut = Cut.of(Cut.sample("855.x12"));
        PartnerMessage segments = new EdiReader(limits).read(cut.parts().get(0));
        assertThat(segments.problems())
                .extracting(Problem::code)
                .containsExactly("too-many-segments");
        EdiLimits few = new EdiLimits(2048, 256, 100, 20, 5, 5);
        assertThat(new EdiReader(few).read(cut.parts().get(0)).problems())
                .extracting(Problem::code)
                .containsExactly("too-many-elements");
        byte[] large = new byte[4096];
        assertThat(new EdiReader(limits).read(large, Origin.START).problems())
                .extracting(Problem::code)
                .containsExactly("transaction-too-long");
    }
}
