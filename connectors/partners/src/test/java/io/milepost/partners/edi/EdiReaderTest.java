package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.Format;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message says of itself, and when it cannot be used. */
class EdiReaderTest {

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
        PartnerMessage message = Cut.first("855.x12");
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
        PartnerMessage message = Cut.first("ORDRSP.edi");
        assertThat(message.format()).isEqualTo(Format.EDIFACT);
        assertThat(message.type()).isEqualTo("ORDRSP");
        assertThat(message.version()).isEqualTo("D:96A:UN:EAN005");
        assertThat(message.header().sender()).isEqualTo("14:4012345000009");
        assertThat(message.header().controlNumber()).isEqualTo("201");
        assertThat(message.header().groupControlNumber()).isNull();
        assertThat(message.header().messageControlNumber()).isEqualTo("1");
        assertThat(message.header().preparedAt()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(Cut.at(message, "/_decimal")).isEqualTo(",");
    }

    @Test
    void wrongCountsAreToldAndDoNotMatter() {
        String text = Cut.text("855.x12").replace("SE*15*0001", "SE*14*0009");
        PartnerMessage message = Cut.firstOf(text);
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
        PartnerMessage message = Cut.firstOf(Cut.text("855.x12").replace("PO1*2*", "P?1*2*"));
        assertThat(message.usable()).isFalse();
        assertThat(message.problems().get(0).toString())
                .isEqualTo(
                        "line 14:1, segment 12 P?1: must begin with a tag of 2 or 3 letters and"
                                + " digits but begins with 'P?1*2*50*EA*3.4**VP*'");
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
        assertThat(message.problems()).isNotEmpty();
        assertThat(message.type()).isEqualTo("unknown");
    }

    @Test
    void aMessageOfTooManySegmentsIsRefused() {
        assertThat(codes(new EdiLimits(2048, 256, 10, 20, 5, 5)))
                .containsExactly("too-many-segments");
    }

    @Test
    void aSegmentOfTooManyElementsIsRefused() {
        assertThat(codes(new EdiLimits(2048, 256, 100, 20, 5, 5)))
                .containsExactly("too-many-elements");
    }

    private static List<String> codes(EdiLimits limits) {
        PartnerMessage message =
                new EdiReader(limits).read(Cut.of(Cut.sample("855.x12")).parts().get(0));
        assertThat(message.usable()).isFalse();
        return message.problems().stream().map(Problem::code).toList();
    }

    @Test
    void aMessageOfTooManyBytesIsRefused() {
        EdiLimits limits = new EdiLimits(2048, 256, 10, 20, 5, 5);
        PartnerMessage message = new EdiReader(limits).read(new byte[4096], Origin.START);
        assertThat(message.usable()).isFalse();
        assertThat(message.problems())
                .extracting(Problem::code)
                .containsExactly("transaction-too-long");
    }
}
