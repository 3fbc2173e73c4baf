package io.milepost.state.line;

import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MatchKind;
import io.milepost.events.MatchOutcome;
import io.milepost.events.MilestoneName;
import io.milepost.state.Rules;
import io.milepost.state.sla.Limit;
import io.milepost.state.sla.MatchPolicy;
import io.milepost.state.sla.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line that is matched by the terms of a rule, however many of its facts are stored away. */
class LongMatchTest {

    private static final MatchPolicy A_EURO_MORE_OR_LESS =
            new MatchPolicy(
                    MatchKind.THREE_WAY,
                    new Limit(null, BigDecimal.ONE, false),
                    Limit.EXACT,
                    false);

    static Stream<Window> windows() {
        return Stream.of(Window.DEFAULT, new Window(1, 1), new Window(2, 1));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void theTermsHoldForWhatComesAfterTheStoredFacts(Window window) {
        Steps line =
                new Steps(
                        RuleBook.of(
                                List.of(Rules.match(MilestoneName.INVOICED, A_EURO_MORE_OR_LESS))),
                        window);

        line.sayAll(
                order(10, "2026-03-01"),
                receipt(1, 4).known("2026-02-10"),
                receipt(2, 6).known("2026-02-11"),
                invoice("I1", 6, 6).known("2026-02-12"),
                invoice("I2", 4, 4).known("2026-02-13"));
        assertThat(line.status().getMatch()).isEqualTo(MatchOutcome.MATCHED);

        line.say(invoice("I2", 4, 7).version(2).known("2026-02-14"));
        assertThat(line.status().getMatch()).isEqualTo(MatchOutcome.PRICE_DIFFERS);

        line.under(Rules.receiptOnly());
        assertThat(line.status().getMatch())
                .as("by the usual terms")
                .isEqualTo(MatchOutcome.PRICE_DIFFERS);
    }
}
