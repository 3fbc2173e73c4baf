package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an interchange is put right and told, and its transactions say the same. */
class EdiRepairsTest {

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
}
