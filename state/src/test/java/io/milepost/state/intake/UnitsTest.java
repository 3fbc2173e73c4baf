package io.milepost.state.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "7,     C62, C62, 1,  7",
        "2,     DZN, C62, 1,  24",
        "24,    C62, DZN, 12, 2",
        "1,     GRO, DZN, 12, 12",
        "3,     PR,  EA,  1,  6",
        "1,     C62, DZN, 12, 0.083333",
        "1,     C62, PR,  2,  0.5",
        "2,     TNE, KGM, 1,  2000",
        "250,   GRM, KGM, 1,  0.25",
        "1.5,   KMT, MTR, 1,  1500",
        "500,   MLT, LTR, 1,  0.5",
        "48,    C62, CT,  24, 2",
        "2,     DZN, CT,  24, 1",
        "-6,    C62, DZN, 12, -0.5",
    })
    void convertsByTheFactor(
            BigDecimal quantity, String unit, String orderUnit, BigDecimal factor, BigDecimal same)
            throws UnknownUnitException {
        assertThat(Units.convert(quantity, unit, orderUnit, factor)).isEqualByComparingTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "KGM, C62, 1",
        "XYZ, C62, 1",
        "CT, C62, 24",
        "KGM, CT, 24",
        "C62, CT, 0",
        "LTR, MTR, 1"
    })
    void refusesWhatHasNoFactor(String unit, String orderUnit, BigDecimal factor) {
        assertThatThrownBy(() -> Units.convert(BigDecimal.ONE, unit, orderUnit, factor))
                .isInstanceOf(UnknownUnitException.class)
                .hasMessage(
                        "unit: expected "
                                + orderUnit
                                + " or a unit with a known factor to it (UN/ECE Recommendation 20)"
                                + " but found "
                                + unit);
    }

    @Test
    void anUnknownUnitIsTakenWhereItIsTheOrdersOwn() throws UnknownUnitException {
        assertThat(Units.convert(BigDecimal.TEN, "XYZ", "XYZ", BigDecimal.ONE))
                .isEqualTo(BigDecimal.TEN);
    }
}
