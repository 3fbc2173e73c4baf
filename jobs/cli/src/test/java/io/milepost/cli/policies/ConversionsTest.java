package io.milepost.cli.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {

    @ParameterizedTest
    @CsvSource({
        "48h, 172800000000",
        "30d, 2592000000000",
        "-24h, -86400000000",
        "+90m, 5400000000",
        "0s, 0"
    })
    void durationsAreNumbersWithAUnit(String text, long micros) {
        assertThat(Conversions.duration(text)).contains(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"48", "h", "48 h", "48hours", "1.5h", "--1h", "1h30m", "P2D", ""})
    void otherTextsAreNoDurations(String text) {
        assertThat(Conversions.duration(text)).isEmpty();
    }
}
