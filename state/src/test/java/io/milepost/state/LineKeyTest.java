package io.milepost.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LineKeyTest {

    @Test
    void itsTextIsReadBack() {
        LineKey key = new LineKey("main", "1", 42, 4201);

        assertThat(key.toString()).isEqualTo("main/1/42/4201");
        assertThat(LineKey.parse("main/1/42/4201")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main/1/42", "main/1/42/4201/", "main/1/42/x", "main/1//4201"})
    void aTextOfAnotherShapeIsRefused(String text) {
        assertThatThrownBy(() -> LineKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "line key: expected instance/company/order id/line id but found " + text);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"/", "/main", "ma/in"})
    void aPartThatCouldBeTakenForAnotherIsRefused(String part) {
        assertThatThrownBy(() -> new LineKey(part, "1", 42, 4201))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line key.instance: expected text without a slash but found " + part);
        assertThatThrownBy(() -> new LineKey("main", part, 42, 4201))
                .hasMessageStartingWith("line key.company: expected text without a slash");
    }
}
