package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.PolicySelector;
import io.milepost.state.LineKey;
import io.milepost.state.Said;
import io.milepost.state.fact.OrderFact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines a selector is for; the line is of company 1, acme, valves, HAM, DAP, EUR. */
class SelectorsTest {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);
    private static final OrderFact ORDER = (OrderFact) Said.order(10, "2026-03-01").fact();

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of("company", "1", 1),
                Arguments.of("currency", "EUR", 2),
                Arguments.of("incoterm", "DAP", 4),
                Arguments.of("warehouse", "HAM", 8),
                Arguments.of("category", "valves", 16),
                Arguments.of("supplier", "acme", 32));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void eachPartSelectsByItself(String part, String found, int weight) {
        PolicySelector same = selector(part, found);
        PolicySelector other = selector(part, "other");

        assertThat(Selectors.selects(same, KEY, ORDER)).isTrue();
        assertThat(Selectors.differences(same, KEY, ORDER)).isEmpty();
        assertThat(Selectors.selects(other, KEY, ORDER)).isFalse();
        assertThat(Selectors.differences(other, KEY, ORDER))
                .containsExactly(part + ": expected other but found " + found);
        assertThat(Selectors.specificity(other)).isEqualTo(weight);
        assertThat(Selectors.inWords(other)).isEqualTo(part + " other");
    }

    @Test
    void differencesAreToldFromTheWeightiestOn() {
        PolicySelector selector = new PolicySelector("2", "other", "pumps", "HAM", "FOB", "USD");

        assertThat(Selectors.differences(selector, KEY, ORDER))
                .isEqualTo(
                        List.of(
                                "supplier: expected other but found acme",
                                "category: expected pumps but found valves",
                                "incoterm: expected FOB but found DAP",
                                "currency: expected USD but found EUR",
                                "company: expected 2 but found 1"));
        assertThat(Selectors.specificity(selector)).isEqualTo(63);
    }

    @Test
    void anOrderThatDoesNotSayIsNotSelectedByWhatItWouldSay() {
        OrderFact silent =
                new OrderFact(
                        ORDER.header(),
                        ORDER.orderName(),
                        ORDER.state(),
                        false,
                        ORDER.vendor(),
                        null,
                        null,
                        null,
                        null,
                        ORDER.quantity(),
                        ORDER.unit(),
                        ORDER.unitFactor(),
                        ORDER.unitPrice(),
                        ORDER.currency(),
                        ORDER.orderedAt(),
                        ORDER.confirmedAt(),
                        ORDER.plannedAt());

        assertThat(Selectors.selects(selector("category", "valves"), KEY, silent)).isFalse();
        assertThat(Selectors.differences(selector("category", "valves"), KEY, silent))
                .containsExactly("category: expected valves but found nothing");
    }

    private static PolicySelector selector(String part, String value) {
        PolicySelector selector = new PolicySelector(null, null, null, null, null, null);
        selector.put(PolicySelector.getClassSchema().getField(part).pos(), value);
        return selector;
    }
}
