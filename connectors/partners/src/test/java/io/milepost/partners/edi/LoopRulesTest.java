package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.partners.message.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopRulesTest {

    private static final Map<Format, Set<String>> TYPES =
            Map.of(
                    Format.X12,
                    Set.of(
                            "850", "855", "856", "810", "812", "860", "865", "861", "862", "214",
                            "315", "322", "846", "832", "180", "997", "999", "824"),
                    Format.EDIFACT,
                    Set.of(
                            "ORDERS", "ORDRSP", "ORDCHG", "DESADV", "INVOIC", "IFTSTA", "RECADV",
                            "INVRPT", "PRICAT", "CONTRL", "APERAK"));

    static Set<String> shipped(Format format) throws IOException {
        Path folder =
                Path.of("src/main/resources/io/milepost/partners/edi")
                        .resolve(format.name().toLowerCase(Locale.ROOT));
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(f -> f.getFileName().toString().replace(".yaml", "")).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"X12", "EDIFACT"})
    void everyTypeThatMattersHasRules(Format format) throws IOException {
        assertThat(shipped(format)).containsAll(TYPES.get(format));
        for (String type : shipped(format)) {
            LoopRules rules = LoopRules.of(format, type).orElseThrow();
            assertThat(rules.one()).as(type).isNotEmpty();
            tagsOf(rules.root(), type);
        }
    }

    private static void tagsOf(LoopRules.Loop loop, String where) {
        loop.has().forEach(tag -> assertThat(tag).as(where).matches("[A-Z][A-Z0-9]{1,2}"));
        loop.loops()
                .forEach(
                        (tag, inner) -> {
                            assertThat(tag).as(where).matches("[A-Z][A-Z0-9]{1,2}");
                            tagsOf(inner, where + "." + tag);
                        });
    }

    /**
     * A line keeps what belongs to it: nothing that may stand in a line must begin a loop of the
     * header, or the line would be left for good.
     */
    @ParameterizedTest
    @EnumSource(names = {"X12", "EDIFACT"})
    void aLineIsLeftOnlyForALineOrForWhatFollowsTheLines(Format format) throws IOException {
        Set<String> leaves =
                Set.of(
                        "PO1", "POC", "IT1", "LIN", "HL", "CDD", "RCD", "BLI", "LX", "S5", "OTI",
                        "TDS", "CTT", "UNS", "CNT", "CPS", "CNI", "STS", "PGI");
        Set<String> lines =
                Set.of("PO1", "POC", "IT1", "LIN", "HL", "CDD", "RCD", "BLI", "LX", "STS");
        for (String type : shipped(format)) {
            LoopRules.Loop root = LoopRules.of(format, type).orElseThrow().root();
            for (String line : lines) {
                LoopRules.Loop loop = root.loops().get(line);
                if (loop != null) {
                    Set<String> escapes = new TreeSet<>(root.loops().keySet());
                    escapes.removeAll(loop.loops().keySet());
                    escapes.removeAll(loop.has());
                    assertThat(leaves).as(type + "." + line).containsAll(escapes);
                }
            }
        }
    }

    @Test
    void rulesThatMakeNoSenseAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> parse("loops: {PO1: {hass: [A1]}}"))
                .hasMessage("x.yaml: loops.PO1: hass: is not known");
        assertThatThrownBy(() -> parse("loops: {PO1: {has: A1}}"))
                .hasMessage("x.yaml: loops.PO1: must be a list of tags");
        assertThatThrownBy(() -> parse("loops: {PO1: {has: [A1], keeps: [B1]}}"))
                .hasMessage("x.yaml: loops.PO1: must have has or keeps but has both");
        assertThatThrownBy(() -> parse("[PO1]")).hasMessage("x.yaml: must be a table by tag");
    }

    private static LoopRules parse(String yaml) {
        return LoopRules.parse(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "x.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x12/855", "855.yaml", "", "unknown", "999999999"})
    void namesThatAreNoTypesHaveNoRules(String type) {
        assertThat(List.of(LoopRules.of(Format.X12, type))).allMatch(r -> r.isEmpty());
    }
}
