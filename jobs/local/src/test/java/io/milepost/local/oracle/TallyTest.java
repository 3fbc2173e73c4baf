package io.milepost.local.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Ten are needed. */
class TallyTest {

    private static final long TIME = 5;

    private final Tally tally = new Tally();

    private TallyTest add(String fact, int quantity, long occurredAt, long knownAt) {
        tally.add(new Reached(occurredAt, fact, knownAt), BigDecimal.valueOf(quantity));
        return this;
    }

    private String completedBy() {
        return tally.completed(BigDecimal.TEN).map(Reached::factId).orElse(null);
    }

    @Test
    void ofOneTimeThePartThatMadeItEnoughAsTheyBecameKnownCounts() {
        add("a", 10, TIME, 6).add("c", 10, TIME, 7).add("b", 10, TIME, 8);

        assertThat(completedBy()).isEqualTo("a");
    }

    @Test
    void whatIsTakenBackAtTheSameTimeWasNeverEnough() {
        add("a", 10, TIME, 6).add("b", -10, TIME, 7);
        assertThat(completedBy()).isNull();

        add("c", 10, TIME, 8);
        assertThat(completedBy()).isEqualTo("c");
    }

    @Test
    void whatWasEnoughBeforeStaysSoIfItIsEnoughWhenAllOfATimeIsCounted() {
        add("a", 10, TIME, 6).add("b", -10, TIME + 1, 7).add("c", 10, TIME + 1, 8);

        assertThat(completedBy()).isEqualTo("a");
    }
}
