package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LineStateCodecTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void readsLinesThatHaveAllTheirFactsInOneValue() throws IOException {
        assertThat(read(released("v1/line"))).isEqualTo(Released.line());
    }

    @Test
    void readsLinesOfTheSecondLayoutAndDecidesThemAnew() throws IOException {
        LineState line = read(released("v2/line"));
        LineState expected = Released.longLine();

        assertThat(line)
                .usingRecursiveComparison()
                .ignoringFields("settled", "rules")
                .isEqualTo(expected);
        assertThat(line.settled().until()).isEqualTo(expected.settled().until());
        assertThat(line.order()).isEqualTo(expected.order());
        assertThat(line.rules()).isNotEqualTo(expected.rules());
    }

    @Test
    void readsLinesOfTheThirdLayoutAndDecidesThemAnew() throws IOException {
        LineState line = read(released("v3/line"));
        LineState expected = Released.thirdLine();

        assertThat(line)
                .usingRecursiveComparison()
                .ignoringFields("settled", "rules")
                .isEqualTo(expected);
        assertThat(line.settled().until()).isEqualTo(expected.settled().until());
        assertThat(line.order()).isEqualTo(expected.order());
        assertThat(line.rules()).isNotEqualTo(expected.rules());
    }

    @Test
    void readsLinesOfTheFourthLayout() throws IOException {
        assertThat(read(released("v4/line"))).isEqualTo(Released.fullLine());
    }

    @Test
    void writesTheReleasedBytesAsLongAsTheirLayoutIsWritten() throws IOException {
        assertThat(LineStateCodec.LAYOUT).isEqualTo(4);
        assertThat(HEX.formatHex(bytes(Released.fullLine())))
                .isEqualTo(HEX.formatHex(released("v4/line")));
    }

    @Test
    void theReleasedLineHasSomethingInEveryField() throws ReflectiveOperationException {
        for (RecordComponent component : LineState.class.getRecordComponents()) {
            if (!component.getName().equals("nextInstant")) {
                assertThat(component.getAccessor().invoke(Released.fullLine()))
                        .as(component.getName())
                        .isNotEqualTo(component.getAccessor().invoke(LineState.EMPTY));
            }
        }
    }

    @Test
    void anEmptyLineComesBack() {
        assertThat(read(bytes(LineState.EMPTY))).isEqualTo(LineState.EMPTY);
    }

    @Test
    void refusesALayoutThatWasNeverReleased() {
        for (byte layout : new byte[] {0, 5}) {
            byte[] bytes = bytes(LineState.EMPTY);
            bytes[0] = layout;

            assertThatThrownBy(() -> read(bytes))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("state of a line: expected a layout of 1 to 4 but found " + layout);
        }
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] bytes = released("v4/line");
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> read(truncated))
                    .as("%s of %s bytes", length, bytes.length)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static byte[] released(String name) throws IOException {
        try (InputStream file =
                LineStateCodecTest.class.getResourceAsStream(
                        "/io/milepost/state/" + name + ".hex")) {
            String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return HEX.parseHex(hex.replaceAll("\\s", ""));
        }
    }

    private static byte[] bytes(LineState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LineStateCodec.write(state, new StateOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static LineState read(byte[] bytes) {
        return LineStateCodec.read(new StateInput(bytes));
    }
}
