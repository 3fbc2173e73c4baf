package io.milepost.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.state.Said;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.fact.TechnicalFact;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactCodecTest {

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Fact.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyComponentOfEveryKindComesBack(Class<?> kind) throws Exception {
        Filled filled = new Filled();
        for (int i = 0; i < 20; i++) {
            Fact fact = (Fact) filled.record(kind);

            assertThat(readBack(fact)).isEqualTo(fact);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatMayBeAbsentStaysAbsent(Class<?> kind) throws Exception {
        Fact fact = (Fact) new Filled().record(kind);
        for (RecordComponent component : kind.getRecordComponents()) {
            if (component.getType() == String.class || component.getType() == BigDecimal.class) {
                Fact without = Filled.without(fact, component);

                assertThat(readBack(without)).as(component.getName()).isEqualTo(without);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void contentBytesTellContentsApartAndNothingElse(Class<?> kind) throws Exception {
        Filled filled = new Filled();
        Fact one = (Fact) filled.record(kind);
        Fact other = (Fact) filled.record(kind);

        assertThat(FactCodec.contentBytes(other)).isNotEqualTo(FactCodec.contentBytes(one));
        assertThat(FactCodec.contentBytes(other.withHeader(one.header())))
                .as("same header, other content")
                .isNotEqualTo(FactCodec.contentBytes(one));
    }

    @Test
    void theSameAtAnotherTimeIsAnotherContentAndTheSameKnownLaterIsNot() {
        Said receipt = Said.receipt(1, 10).happened("2026-02-01");
        byte[] content = FactCodec.contentBytes(receipt.known("2026-02-02").fact());

        assertThat(FactCodec.contentBytes(receipt.known("2026-02-03").fact())).isEqualTo(content);
        assertThat(FactCodec.contentBytes(receipt.happened("2026-01-31").fact()))
                .isNotEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775809",
                "123456789012.345678"
            })
    void decimalsComeBackWhetherOrNotTheyFitALong(String number) {
        BigDecimal decimal = new BigDecimal(number);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new StateOutput(new DataOutputStream(bytes)).decimal(decimal);

        assertThat(input(bytes.toByteArray()).decimal()).isEqualTo(decimal);
    }

    @Test
    void theFillerLeavesNoComponentOut() throws Exception {
        SchedulePart one = new Filled().record(SchedulePart.class);

        assertThat(one.number()).isPositive();
        assertThat(one.unitPrice()).isNotNull();
    }

    @Test
    void refusesAKindOfALaterRelease() {
        byte[] later = {18, 0, 0, 0, 0, 0, 0, 0, 0};

        assertThatThrownBy(() -> FactCodec.read(input(later)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("state of a line: expected a fact of kind 1 to 17 but found 18");
    }

    @Test
    void refusesAConstantOfALaterRelease() throws Exception {
        Fact fact = (Fact) new Filled().record(TechnicalFact.class);
        byte[] bytes = bytes(fact);
        bytes[bytes.length - 1] = 5;

        assertThatThrownBy(() -> FactCodec.read(input(bytes)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "state: expected one of 5 constants of TechnicalOutcome but found code 5");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesEveryTruncation(Class<?> kind) throws Exception {
        byte[] bytes = bytes((Fact) new Filled().record(kind));
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> FactCodec.read(input(truncated)))
                    .as("%s of %s bytes", length, bytes.length)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static Fact readBack(Fact fact) {
        return FactCodec.read(input(bytes(fact)));
    }

    private static byte[] bytes(Fact fact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FactCodec.write(fact, new StateOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static StateInput input(byte[] bytes) {
        return new StateInput(bytes);
    }
}
