package io.milepost.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String ESC = "\u001b[";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Screen screen =
            new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Size(4, 20));

    @Test
    void theSecondPictureTakesThePlaceOfTheFirst() {
        screen.draw(List.of("one", "two"));
        bytes.reset();
        screen.draw(List.of("three"));

        assertThat(written()).isEqualTo(ESC + "2A\rthree" + ESC + "K\n" + ESC + "J");
    }

    @Test
    void whatDoesNotFitIsLeftOutSoThatThePlaceStaysKnown() {
        screen.draw(List.of("a line that is longer than the terminal is wide", "2", "3", "4"));

        assertThat(written()).contains("a line that is longe" + ESC + "K\n").doesNotContain("4");
    }

    @Test
    void aCutLineEndsItsColour() {
        assertThat(Clip.to(3, Paint.ANSI.bad("abcdef"))).isEqualTo(ESC + "31mabc" + ESC + "0m");
        assertThat(Clip.to(6, Paint.ANSI.bad("abcdef"))).isEqualTo(Paint.ANSI.bad("abcdef"));
    }

    @Test
    void theCursorComesBackAndNothingIsDrawnAnyMore() {
        screen.draw(List.of("one"));
        screen.close();
        bytes.reset();
        screen.draw(List.of("two"));
        screen.close();

        assertThat(written()).isEmpty();
    }

    @Test
    void barsGrowByEighthsWhereTheTerminalHasThem() {
        assertThat(Glyphs.UNICODE.bar(0.5, 3)).isEqualTo("█▌·");
        assertThat(Glyphs.UNICODE.bar(0.0001, 3)).isEqualTo("▏··");
        assertThat(Glyphs.UNICODE.bar(0, 3)).isEqualTo("···");
        assertThat(Glyphs.ASCII.bar(1, 3)).isEqualTo("###");
    }

    @Test
    void aTerminalWithoutUnicodeGetsPlainSigns() {
        assertThat(Glyphs.of(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.of(Map.of("LANG", "C.utf8", "LC_ALL", ""))).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.of(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C"))).isEqualTo(Glyphs.ASCII);
        assertThat(Glyphs.of(Map.of())).isEqualTo(Glyphs.ASCII);
    }

    @Test
    void aSizeThatNobodyCanMeanIsNotBelieved() {
        assertThat(Size.parse("50 120\n")).isEqualTo(new Size(50, 120));
        assertThat(Size.parse("0 0\n")).isEqualTo(Size.USUAL);
        assertThat(Size.parse("")).isEqualTo(Size.USUAL);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
