package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdiSplitterTest {

    private static final String X12 = Cut.text("855.x12");
    private static final String EDIFACT = Cut.text("ORDRSP.edi");

    private static Arguments repair(String name, UnaryOperator<String> damage, String... codes) {
        return Arguments.of(Named.of(name, damage), List.of(codes));
    }

    static Stream<Arguments> damagesOfX12() {
        return Stream.of(
                repair("nothing", s -> s),
                repair("byte order mark", s -> "\uFEFF" + s, "byte-order-mark"),
                repair("blank lines before", s -> "\r\n  \n" + s),
                repair("junk before", s -> "From: edi@example.com\n\n" + s, "leading-junk"),
                repair(
                        "junk behind",
                        s -> s + "\n-- \nsent by mail\n",
                        "junk-between-interchanges"),
                repair("no padding", s -> s.replaceAll(" +\\*", "*"), "interchange-header-padding"),
                repair(
                        "too much padding",
                        s -> s.replace("*00*          *", "*00*             *"),
                        "interchange-header-padding"),
                repair(
                        "non-breaking blanks",
                        s -> s.replaceFirst("          ", " \u00A0".repeat(5)),
                        "interchange-header-padding"),
                repair(
                        "ISA broken over two lines",
                        s -> s.replace("*260302*0915", "*2603\n02*0915"),
                        "interchange-header-padding"),
                repair("no lines", s -> s.replace("\n", "")),
                repair("CR LF", s -> s.replace("\n", "\r\n")),
                repair("indented", s -> s.replace("\n", "\n\t   ")),
                repair("lines as segments", s -> s.replace("~\n", "\n")),
                repair("CR LF as terminator", s -> s.replace("~\n", "\r\n")),
                repair("CR as terminator", s -> s.replace("~\n", "\r")),
                repair(
                        "terminator of ISA only",
                        s -> s.replace("~\n", "\n").replaceFirst(">\n", ">~\n"),
                        "terminator-not-as-declared"),
                repair(
                        "no component separator",
                        s -> s.replaceFirst("P\\*>~", "P*~"),
                        "missing-component-separator"),
                repair("ellipsis as terminator", s -> s.replace("~", "\u2026")),
                repair("other separators", s -> s.replace('*', '|').replace('~', '!')),
                repair("tilde separates", s -> s.replace('~', '"').replace('*', '~')),
                repair(
                        "no last terminator",
                        s -> s.substring(0, s.lastIndexOf('~')),
                        "missing-terminator"),
                repair(
                        "no IEA",
                        s -> s.replaceFirst("IEA.*~\n", ""),
                        "missing-interchange-trailer"),
                repair(
                        "no GE and no IEA",
                        s -> s.replaceFirst("(?s)GE\\*.*", ""),
                        "missing-group-trailer",
                        "missing-interchange-trailer"),
                repair("wrong GE01", s -> s.replace("GE*3*", "GE*7*"), "wrong-count"),
                repair(
                        "wrong GE02",
                        s -> s.replace("GE*3*101", "GE*3*1"),
                        "control-reference-mismatch"),
                repair("wrong IEA01", s -> s.replace("IEA*1*", "IEA*3*"), "wrong-count"),
                repair(
                        "wrong IEA02",
                        s -> s.replace("IEA*1*000000101", "IEA*1*000000999"),
                        "control-reference-mismatch"),
                repair(
                        "no group",
                        s -> s.replaceFirst("GS.*~\n", "").replaceFirst("GE.*~\n", ""),
                        "wrong-count"),
                repair(
                        "SE without terminator",
                        s -> s.replace("SE*15*0001~\n", "SE*15*0001"),
                        "missing-terminator"),
                repair(
                        "a segment without terminator",
                        s ->
                                s.replace(
                                        "N1*ST*Main warehouse*92*WH1~",
                                        "N1*ST*Main warehouse*92*WH1"),
                        "missing-terminator"),
                repair("old version", s -> s.replace("*00401*", "*00040*")),
                repair("lower case tags", s -> s.replace("\nREF*", "\nref*")),
                repair(
                        "lines cut at 80 columns",
                        s -> s.replace("\n", "").replaceAll("(.{80})", "$1\r\n"),
                        "interchange-header-padding",
                        "line-break-in-segment"),
                repair(
                        "control characters",
                        s -> s.replace("Main warehouse", "Main \u0007warehouse"),
                        "control-character"),
                repair("UTF-16", s -> "UTF-16", "utf-16"));
    }

    @ParameterizedTest
    @MethodSource("damagesOfX12")
    void damagesAreRepairedAndTold(UnaryOperator<String> damage, List<String> codes) {
        String damaged = damage.apply(X12);
        Cut cut =
                damaged.equals("UTF-16")
                        ? Cut.of(X12.getBytes(StandardCharsets.UTF_16))
                        : Cut.of(damaged);
        assertThat(
                        cut.codes().stream()
                                .filter(c -> !c.equals("interchange-header-value"))
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(cut.problems())
                .extracting(Problem::severity)
                .doesNotContain(Problem.Severity.ERROR);
        assertSame(cut, Cut.of(X12), "ISA", "GS");
        assertThat(cut.interchanges()).hasSize(1);
        assertThat(cut.interchanges().get(0).transactions()).isEqualTo(3);
        assertThat(cut.interchanges().get(0).header())
                .isEqualTo(Cut.of(X12).interchanges().get(0).header());
    }

    static Stream<Arguments> damagesOfEdifact() {
        return Stream.of(
                repair("nothing", s -> s),
                repair("byte order mark", s -> "\uFEFF" + s, "byte-order-mark"),
                repair("no lines", s -> s.replace("\n", "")),
                repair("CR LF", s -> s.replace("\n", "\r\n")),
                repair(
                        "lines as segments",
                        s -> s.replace("'\n", "\n").replaceFirst("\\? \n", "? '\n"),
                        "terminator-not-as-declared"),
                repair(
                        "lines as segments, declared",
                        s -> s.replaceFirst("UNA.*\n", "UNA:+,? \n").replace("'\n", "\n")),
                repair("UNA and UNB on one line", s -> s.replaceFirst("'\n", "'")),
                repair(
                        "UNA too short",
                        s -> s.replaceFirst("UNA:\\+,\\? '\n", "UNA:+,?'"),
                        "service-string-advice"),
                repair(
                        "UNA of another",
                        s -> s.replaceFirst("UNA:\\+,", "UNA;#,"),
                        "service-string-advice"),
                repair(
                        "other separators",
                        s ->
                                s.replace("??", "")
                                        .replace("?'", "")
                                        .replace("?+", "")
                                        .replace('+', '*')
                                        .replace(':', '=')
                                        .replace('\'', '~')
                                        .replace("UNA=*,? ~", "UNA=*,? ~"),
                        "changed"),
                repair("no syntax version", s -> s.replace("UNOC:3", "UNOC"), "syntax-version"),
                repair(
                        "no UNZ",
                        s -> s.replaceFirst("UNZ.*'\n", ""),
                        "missing-interchange-trailer"),
                repair("wrong UNZ01", s -> s.replace("UNZ+2", "UNZ+1"), "wrong-count"),
                repair(
                        "wrong UNZ02",
                        s -> s.replace("UNZ+2+201", "UNZ+2+7"),
                        "control-reference-mismatch"),
                repair(
                        "no last terminator",
                        s -> s.substring(0, s.lastIndexOf('\'')),
                        "missing-terminator"),
                repair(
                        "UNT without terminator",
                        s -> s.replace("UNT+21+1'\n", "UNT+21+1"),
                        "missing-terminator"),
                repair(
                        "UNT with released terminator",
                        s -> s.replace("UNT+21+1'\n", "UNT+21+1?'"),
                        "missing-terminator",
                        "control-reference-mismatch"),
                repair("counted tags", s -> s.replace("LIN+1", "LIN:1+1"), "segment-tag"));
    }

    @ParameterizedTest
    @MethodSource("damagesOfEdifact")
    void damagesOfEdifactToo(UnaryOperator<String> damage, List<String> codes) {
        Cut cut = Cut.of(damage.apply(EDIFACT));
        boolean changed = codes.contains("changed");
        assertThat(cut.codes().stream().distinct())
                .containsExactlyInAnyOrderElementsOf(changed ? List.of() : codes);
        assertThat(cut.problems())
                .extracting(Problem::severity)
                .doesNotContain(Problem.Severity.ERROR);
        assertThat(cut.parts()).extracting(EdiPart::type).containsExactly("ORDRSP", "ORDRSP");
        if (!changed) {
            assertSame(cut, Cut.of(EDIFACT), "UNB", "UNT");
        }
    }

    /** The transactions say the same, apart from the envelope. */
    private static void assertSame(Cut cut, Cut expected, String... without) {
        List<PartnerMessage> read = cut.read();
        List<PartnerMessage> wanted = expected.read();
        assertThat(read).hasSameSizeAs(wanted);
        for (int i = 0; i < read.size(); i++) {
            ObjectNode body = read.get(i).body().deepCopy();
            ObjectNode expectedBody = wanted.get(i).body().deepCopy();
            body.remove(List.of(without));
            expectedBody.remove(List.of(without));
            assertThat(body.toPrettyString()).isEqualTo(expectedBody.toPrettyString());
            assertThat(read.get(i).header().messageControlNumber())
                    .isEqualTo(wanted.get(i).header().messageControlNumber());
        }
    }

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
        assertThat(summary.byType()).containsExactly(java.util.Map.entry("855", 3));
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
