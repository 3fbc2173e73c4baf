package io.milepost.state.line;

import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.Said;
import io.milepost.state.codec.FactCodec;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of what was said. */
class LineFactsTest {

    @Test
    void theNewestOrderIsTheHighestVersionWhicheverBecameKnownLast() {
        Fact first = order(10, "2026-03-01").known("2026-02-05").fact();
        Fact second = order(12, "2026-03-01").version(2).known("2026-02-03").fact();
        Fact third = order(14, "2026-03-01").version(3).known("2026-02-09").fact();

        assertThat(LineFacts.of(List.of(first, second)).order()).isEqualTo(second);
        assertThat(LineFacts.of(List.of(first, second, third)).order()).isEqualTo(third);
        assertThat(LineFacts.of(List.of(receipt(1, 5).fact())).order())
                .as("an unknown order")
                .isNull();
    }

    @Test
    void ofTwoContentsOfOneVersionTheOneWithTheLowerBytesIsKept() {
        Said nine = receipt(1, 9).known("2026-02-20");
        Said ten = receipt(1, 10).known("2026-02-20");
        Fact lower =
                List.of(nine.fact(), ten.fact()).stream()
                        .min(Comparator.comparing(FactCodec::contentBytes, Arrays::compareUnsigned))
                        .orElseThrow();

        assertThat(LineFacts.of(List.of(nine.fact(), ten.fact())).byKnowledge())
                .containsExactly(lower);
        assertThat(LineFacts.of(List.of(ten.fact(), nine.fact())).byKnowledge())
                .containsExactly(lower);
    }

    @Test
    void factsOfOneMomentAreKeptWithTheOrderFirstAndConfirmationsLast() {
        Said confirmed = Said.acknowledgement("A1");

        assertThat(
                        LineFacts.of(
                                        List.of(
                                                confirmed.fact(),
                                                receipt(1, 5).fact(),
                                                order(10, "2026-03-01").fact()))
                                .byKnowledge())
                .extracting(fact -> fact.header().identity())
                .containsExactly(OrderFact.IDENTITY, "receipt/1", "acknowledgement/A1");
    }
}
