package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.events.PolicySelector;
import io.milepost.events.Severity;
import io.milepost.state.LineKey;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.view.Portion;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final String RULE = "acknowledgement";
    private static final LineKey LINE = new LineKey("main", "1", 42, 4201);
    private static final PolicySelector ANY = selector(null, null, null, null);
    private static final long JANUARY = Said.time("2026-01-01");
    private static final long MARCH = Said.time("2026-03-01");

    @Test
    void aSupplierSaysMoreThanEverythingElseTogether() {
        // given a general rule, one for valves in the north in euros, and one for the supplier acme
        Rule valves = version("valves", 1, JANUARY, selector(null, "Valves", "north", "EUR"));
        Rule acme = version("acme", 1, JANUARY, selector("acme", null, null, null));
        RuleBook book = RuleBook.of(List.of(version("", 1, JANUARY, ANY), valves, acme));

        assertThat(applicable(book, order("acme", "Valves", "north"), MARCH)).isEqualTo(acme);
        assertThat(applicable(book, order("other", "Valves", "north"), MARCH)).isEqualTo(valves);
        assertThat(applicable(book, order("other", "Pumps", "north"), MARCH).variant()).isEmpty();
    }

    @Test
    void amongVariantsOfOneSupplierTheOneThatNamesMoreWins() {
        Rule acme = version("acme", 1, JANUARY, selector("acme", null, null, null));
        Rule valves = version("acme-valves", 1, JANUARY, selector("acme", "Valves", null, null));
        RuleBook book = RuleBook.of(List.of(valves, acme));

        assertThat(applicable(book, order("acme", "Valves", "north"), MARCH)).isEqualTo(valves);
        assertThat(applicable(book, order("acme", "Pumps", "north"), MARCH)).isEqualTo(acme);
        assertThat(applicable(book, order("other", "Pumps", "north"), MARCH)).isNull();
    }

    @Test
    void aClockKeepsTheVersionThatWasInForceWhenItStarted() {
        // given a second version from March on
        RuleBook book =
                RuleBook.of(List.of(version("", 1, JANUARY, ANY), version("", 2, MARCH, ANY)));
        OrderFact order = order("acme", "Valves", "north");

        assertThat(applicable(book, order, MARCH - 1).version()).isEqualTo(1);
        assertThat(applicable(book, order, MARCH).version()).isEqualTo(2);
        assertThat(applicable(book, order, JANUARY - 1)).as("before every version").isNull();
        assertThat(applicable(book, order, Times.NONE)).as("not started").isNull();
    }

    @Test
    void aCorrectedVersionHoldsForRunningClocksToo() {
        RuleBook book =
                RuleBook.of(List.of(version("", 1, JANUARY, ANY), rule("", 2, MARCH, true, ANY)));

        assertThat(applicable(book, order("acme", "Valves", "north"), JANUARY).version())
                .isEqualTo(2);
    }

    @Test
    void aVariantThatIsNotInForceYetLeavesTheLineToTheGeneralRule() {
        Rule general = version("", 1, JANUARY, ANY);
        RuleBook book =
                RuleBook.of(
                        List.of(
                                general,
                                version("acme", 1, MARCH, selector("acme", null, null, null))));
        OrderFact order = order("acme", "Valves", "north");

        assertThat(applicable(book, order, MARCH - 1)).isEqualTo(general);
        assertThat(applicable(book, order, MARCH).variant()).isEqualTo("acme");
    }

    @Test
    void aReplacedVersionOfAVariantDoesNotComeBackForLinesThatItSelected() {
        // given a variant that was for acme, and is for valves of acme from March on
        RuleBook book =
                RuleBook.of(
                        List.of(
                                version("acme", 1, JANUARY, selector("acme", null, null, null)),
                                version("acme", 2, MARCH, selector("acme", "Valves", null, null))));

        assertThat(applicable(book, order("acme", "Pumps", "north"), MARCH)).isNull();
    }

    @Test
    void theReasonNamesEveryVariantThatWasConsidered() {
        RuleBook book =
                RuleBook.of(
                        List.of(
                                version("", 1, JANUARY, ANY),
                                version("", 2, MARCH, ANY),
                                version("acme", 1, JANUARY, selector("acme", null, "south", null)),
                                version("later", 1, MARCH, selector("acme", null, null, null))));

        Choice choice = book.choice(RULE, LINE, order("acme", "Valves", "north"), it -> JANUARY);

        assertThat(choice.rule()).isEqualTo(version("", 1, JANUARY, ANY));
        assertThat(choice.candidates())
                .containsExactly(
                        new Candidate("", version("", 1, JANUARY, ANY), List.of(2), List.of(), 0),
                        new Candidate(
                                "acme",
                                version("acme", 1, JANUARY, selector("acme", null, "south", null)),
                                List.of(),
                                List.of("warehouse: expected south but found north"),
                                40),
                        new Candidate("later", null, List.of(1), List.of(), 0));
    }

    @Test
    void theFingerprintTellsBooksApartWhateverTheOrder() {
        Rule one = version("", 1, JANUARY, ANY);
        Rule two = version("", 2, MARCH, ANY);
        RuleBook book = RuleBook.of(List.of(one));
        long before = book.fingerprint();

        assertThat(book.add(one)).isFalse();
        assertThat(book.fingerprint()).isEqualTo(before).isNotZero();
        assertThat(book.add(two)).isTrue();
        assertThat(book.fingerprint())
                .isNotEqualTo(before)
                .isEqualTo(RuleBook.of(List.of(two, one)).fingerprint());
        assertThat(new RuleBook().fingerprint()).isZero();
    }

    @Test
    void theSelectorAndTheKeyAreReadInWords() {
        assertThat(Selectors.inWords(ANY)).isEqualTo("every line");
        assertThat(Selectors.inWords(selector("acme", null, "north", "EUR")))
                .isEqualTo("supplier acme, warehouse north, currency EUR");
        assertThat(RuleBook.key(version("", 2, MARCH, ANY))).isEqualTo("acknowledgement/2");
        assertThat(RuleBook.key(version("acme", 2, MARCH, ANY)))
                .isEqualTo("acknowledgement/acme/2");
    }

    private static Rule applicable(RuleBook book, OrderFact order, long start) {
        return book.applicable(RULE, LINE, order, milestone -> start);
    }

    private static Rule version(
            String variant, int version, long effectiveFrom, PolicySelector selector) {
        return rule(variant, version, effectiveFrom, false, selector);
    }

    private static Rule rule(
            String variant,
            int version,
            long effectiveFrom,
            boolean running,
            PolicySelector selector) {
        return new Rule(
                RULE,
                variant,
                version,
                effectiveFrom,
                running,
                MilestoneName.ACKNOWLEDGED,
                Portion.IN_FULL,
                false,
                MilestoneName.ORDERED,
                DeadlineBase.START,
                0,
                false,
                ZoneOffset.UTC,
                null,
                0,
                false,
                Severity.MEDIUM,
                List.of(),
                null,
                selector);
    }

    private static PolicySelector selector(
            String supplier, String category, String warehouse, String currency) {
        return new PolicySelector(null, supplier, category, warehouse, null, currency);
    }

    private static OrderFact order(String vendor, String category, String warehouse) {
        return new OrderFact(
                null,
                "P00042",
                OrderState.PURCHASE,
                false,
                vendor,
                null,
                category,
                warehouse,
                null,
                BigDecimal.TEN,
                "C62",
                BigDecimal.ONE,
                BigDecimal.ONE,
                "EUR",
                JANUARY,
                JANUARY,
                MARCH);
    }
}
