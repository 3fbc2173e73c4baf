package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.edi.out.EdiWriter;
import io.milepost.partners.edi.out.OutEnvelope;
import io.milepost.partners.edi.out.OutEnvelope.Party;
import io.milepost.partners.edi.out.OutSegment;
import io.milepost.partners.edi.out.OutTransaction;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.PartnerMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read again as what it was. */
class WrittenMessagesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static OutEnvelope envelope(String version) {
        return new OutEnvelope(
                new Party("ZZ", "MILEPOSTTRADE", null),
                new Party("14", "4012345000009", "BOLTS"),
                77,
                5,
                NOON,
                version,
                true,
                true);
    }

    @Example
    void anX12InterchangeIsWrittenInFull() {
        OutTransaction order =
                new OutTransaction(
                        "850",
                        null,
                        "0001",
                        List.of(
                                OutSegment.of("BEG", "00", "SA", "P00042", null, "20260301"),
                                OutSegment.of(
                                        "PO1", "1", "100", "EA", "1.25", null, "VP", "BOLT*M8",
                                        null),
                                OutSegment.of("CTT", "1")));
        OutTransaction change =
                new OutTransaction(
                        "860", null, "0002", List.of(OutSegment.of("BCH", "01", "SA", "P00042")));
        byte[] bytes =
                EdiWriter.write(Format.X12, envelope("005010"), List.of(order, order, change));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        ISA|00|          |00|          |ZZ|MILEPOSTTRADE  |14|4012345000009  |260301|1200|^|00501|000000077|1|T|>~
                        GS|PO|MILEPOSTTRADE|BOLTS|20260301|1200|5|X|005010~
                        ST|850|0001~
                        BEG|00|SA|P00042||20260301~
                        PO1|1|100|EA|1.25||VP|BOLT*M8~
                        CTT|1~
                        SE|5|0001~
                        ST|850|0001~
                        BEG|00|SA|P00042||20260301~
                        PO1|1|100|EA|1.25||VP|BOLT*M8~
                        CTT|1~
                        SE|5|0001~
                        GE|2|5~
                        GS|PC|MILEPOSTTRADE|BOLTS|20260301|1200|6|X|005010~
                        ST|860|0002~
                        BCH|01|SA|P00042~
                        SE|3|0002~
                        GE|1|6~
                        IEA|2|000000077~
                        """);
        assertThat(Cut.of(bytes).codes()).isEmpty();
    }

    @Example
    void anEdifactInterchangeIsWrittenInFull() {
        OutTransaction order =
                new OutTransaction(
                        "ORDERS",
                        "D:96A:UN:EAN008",
                        "1",
                        List.of(
                                OutSegment.of("BGM", "220", "P00042", "9"),
                                OutSegment.of("LIN", "1", null).and("4012345123456", "EN"),
                                OutSegment.of("FTX", "AAI", null, null, "What's 1+1: 2?")));
        byte[] bytes = EdiWriter.write(Format.EDIFACT, envelope(null), List.of(order));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .isEqualTo(
                        """
                        UNA:+.? '
                        UNB+UNOC:3+MILEPOSTTRADE:ZZ+4012345000009:14+260301:1200+77++++1++1'
                        UNH+1+ORDERS:D:96A:UN:EAN008'
                        BGM+220+P00042+9'
                        LIN+1++4012345123456:EN'
                        FTX+AAI+++What?'s 1?+1?: 2??'
                        UNT+5+1'
                        UNZ+1+77'
                        """);
        Cut cut = Cut.of(bytes);
        assertThat(cut.codes()).isEmpty();
        assertThat(cut.interchanges().get(0).test()).isTrue();
        assertThat(cut.interchanges().get(0).acknowledgementWanted()).isTrue();
    }

    @Example
    void whatDoesNotFitIsRefusedByName() {
        OutTransaction order = new OutTransaction("850", null, "0001", List.of());
        OutEnvelope longName =
                new OutEnvelope(
                        new Party("ZZ", "A NAME THAT IS TOO LONG", null),
                        new Party("ZZ", "B", null),
                        1,
                        1,
                        NOON,
                        "004010",
                        false,
                        false);
        assertThatThrownBy(() -> EdiWriter.write(Format.X12, longName, List.of(order)))
                .hasMessage(
                        "sender: id: must have at most 15 characters but was 'A NAME THAT IS TOO"
                                + " LONG'");
        assertThatThrownBy(() -> EdiWriter.write(Format.X12, envelope("4010"), List.of(order)))
                .hasMessage("version: must begin with 6 digits such as 004010 but was 4010");
        assertThatThrownBy(() -> OutSegment.of("PO1X", "1"))
                .hasMessage("tag: must have 2 or 3 letters and digits but was 'PO1X'");
        assertThatThrownBy(() -> EdiWriter.write(Format.EDIFACT, envelope(null), List.of(order)))
                .hasMessage("version of 850: must be there, such as D:96A:UN");
    }

    @Provide
    Arbitrary<List<OutSegment>> segments() {
        Arbitrary<String> value =
                Arbitraries.strings()
                        .withChars("aZ09 .,*~>:+'?^|!-\u00E4\u20AC\u6771")
                        .ofMinLength(0)
                        .ofMaxLength(8);
        Arbitrary<List<String>> element =
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, value.map(List::of)),
                        net.jqwik.api.Tuple.of(1, value.list().ofMinSize(1).ofMaxSize(3)));
        Arbitrary<OutSegment> segment =
                Combinators.combine(
                                Arbitraries.of("REF", "N9", "LIN", "QTY", "FTX"),
                                element.list().ofMaxSize(5))
                        .as(OutSegment::new);
        return segment.list().ofMaxSize(6);
    }

    @Property(tries = 500)
    void x12IsReadAsItWasWritten(
            @ForAll("segments") List<OutSegment> first,
            @ForAll("segments") List<OutSegment> second) {
        byte[] bytes =
                EdiWriter.write(
                        Format.X12,
                        envelope("004010"),
                        List.of(
                                new OutTransaction("990", null, "0001", first),
                                new OutTransaction("990", null, "0002", second)));
        List<PartnerMessage> read = readOnlyFlat(bytes);
        assertThat(read).hasSize(2);
        String between = read.get(0).body().at("/ISA/16").asText();
        assertThat(said(read.get(0))).isEqualTo(x12(first, between));
        assertThat(said(read.get(1))).isEqualTo(x12(second, between));
    }

    @Property(tries = 500)
    void edifactIsReadAsItWasWritten(
            @ForAll("segments") List<OutSegment> first,
            @ForAll("segments") List<OutSegment> second) {
        byte[] bytes =
                EdiWriter.write(
                        Format.EDIFACT,
                        envelope(null),
                        List.of(
                                new OutTransaction("GENRAL", "D:96A:UN", "1", first),
                                new OutTransaction("GENRAL", "D:96A:UN", "2", second)));
        List<PartnerMessage> read = readOnlyFlat(bytes);
        assertThat(read).hasSize(2);
        assertThat(said(read.get(0))).isEqualTo(edifact(first));
        assertThat(said(read.get(1))).isEqualTo(edifact(second));
    }

    private static List<PartnerMessage> readOnlyFlat(byte[] bytes) {
        Cut cut = Cut.of(bytes);
        assertThat(cut.codes()).allMatch("type-without-loops"::equals);
        return cut.read();
    }

    private static List<JsonNode> said(PartnerMessage message) {
        List<JsonNode> said = new ArrayList<>();
        message.body().path("_segments").forEach(said::add);
        return said;
    }

    private static List<String> meant(List<String> components) {
        int last = components.size();
        while (last > 0 && components.get(last - 1).isEmpty()) {
            last--;
        }
        return components.subList(0, last);
    }

    private static List<JsonNode> x12(List<OutSegment> segments, String between) {
        return segments.stream()
                .map(
                        s -> {
                            ObjectNode node =
                                    JsonNodeFactory.instance.objectNode().put("_tag", s.tag());
                            for (int i = 0; i < s.elements().size(); i++) {
                                List<String> components = meant(s.elements().get(i));
                                if (!components.isEmpty()) {
                                    String name = "0" + (i + 1);
                                    node.put(name, String.join(between, components));
                                    if (components.size() > 1) {
                                        node.set(name + ":", object(components));
                                    }
                                }
                            }
                            return (JsonNode) node;
                        })
                .toList();
    }

    private static List<JsonNode> edifact(List<OutSegment> segments) {
        return segments.stream()
                .map(
                        s -> {
                            ObjectNode node =
                                    JsonNodeFactory.instance.objectNode().put("_tag", s.tag());
                            for (int i = 0; i < s.elements().size(); i++) {
                                List<String> components = meant(s.elements().get(i));
                                if (!components.isEmpty()) {
                                    node.set("0" + (i + 1), object(components));
                                }
                            }
                            return (JsonNode) node;
                        })
                .toList();
    }

    private static ObjectNode object(List<String> components) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < components.size(); i++) {
            if (!components.get(i).isEmpty()) {
                object.put("0" + (i + 1), components.get(i));
            }
        }
        return object;
    }
}
