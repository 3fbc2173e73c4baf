package io.milepost.partners.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.Problem;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts in the alphabets that partners write in. */
class EdiCharactersTest {

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
        assertThat(Cut.at(cut.read().get(0), "/NAD/1/04/01"))
                .isEqualTo("Schrauben K\u00F6nig GmbH");
        assertThat(cut.problems())
                .extracting(Problem::message)
                .satisfies(
                        said -> {
                            assertThat(said).hasSize(doubt.isEmpty() ? 0 : 1);
                            assertThat(said).allMatch(message -> message.contains(doubt));
                        });
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
        assertThat(Cut.at(cut.read().get(0), "/NAD/1/04/01"))
                .isEqualTo("Schrauben " + city + " GmbH");
        assertThat(cut.parts()).hasSize(2);
        assertThat(cut.problems()).isEmpty();
    }

    @Test
    void charactersBeyondTheBasicPlaneAndLongTextsComeThrough() {
        String smile = "\uD83D\uDE00";
        String text = Cut.text("855.x12").replace("Hexagon bolt M8", smile + "x".repeat(9000));
        assertThat(Cut.at(Cut.firstOf(text), "/PO1/0/PID/0/05"))
                .isEqualTo(smile + "x".repeat(9000));
        String edifact = Cut.text("ORDRSP.edi").replace("K??nig", "y".repeat(5000) + "?+" + smile);
        assertThat(Cut.at(Cut.firstOf(edifact), "/NAD/1/04/01"))
                .isEqualTo("Schrauben " + "y".repeat(5000) + "+" + smile + " GmbH");
    }
}
