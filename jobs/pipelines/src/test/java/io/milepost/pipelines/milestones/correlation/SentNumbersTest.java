package io.milepost.pipelines.milestones.correlation;

import static io.milepost.pipelines.milestones.correlation.OrderHarness.KNOWN;
import static io.milepost.pipelines.milestones.correlation.OrderHarness.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a line is found by the number that only the order we sent gave it. */
class SentNumbersTest {

    private OrderHarness order;

    @BeforeEach
    void open() throws Exception {
        order = OrderHarness.open();
    }

    @AfterEach
    void close() throws Exception {
        order.close();
    }

    @Test
    void aLineIsFoundByTheNumberThatItWasSentUnder() throws Exception {
        order.unnumbered(4201, "VI");
        order.unnumbered(4202, "VI");
        order.sent(4201, 2, KNOWN);
        order.sent(4202, 1, KNOWN);
        order.forwarded();
        order.acknowledge("A1", Events.byNumber(2), "2026-02-02");

        assertThat(order.forwarded())
                .as("and the line is not told again")
                .containsExactly(key(4201));
    }

    @Test
    void whoAnswersBeforeTheNumberIsKnownWaitsForIt() throws Exception {
        order.acknowledge("A1", Events.byNumber(2), KNOWN);
        order.sent(4201, 2, "2026-02-02");
        assertThat(order.forwarded()).as("a line that is not known").isEmpty();
        order.unnumbered(4201, "VI-1");
        assertThat(order.forwarded()).containsExactly(key(4201), key(4201));

        order.acknowledge("A2", Events.byNumber(3), KNOWN);
        order.unnumbered(4203, "VI-3");
        assertThat(order.forwarded()).as("no number").containsExactly(key(4203));
        order.sent(4203, 3, "2026-02-02");
        assertThat(order.forwarded()).containsExactly(key(4203));
        assertThat(order.entries())
                .containsExactly(
                        Entry.Kind.WAIT_BEGAN,
                        Entry.Kind.WAIT_ENDED,
                        Entry.Kind.WAIT_BEGAN,
                        Entry.Kind.WAIT_ENDED);
    }

    @Test
    void numbersOfAnOrderThatNeverComesAreForgotten() throws Exception {
        order.sent(4201, 2, KNOWN);
        assertThat(order.stateEntries()).isEqualTo(1);

        order.clockJustBefore("2027-03-09");
        assertThat(order.stateEntries()).isEqualTo(1);
        order.clock("2027-03-09");
        assertThat(order.stateEntries()).isZero();
        assertThat(order.timers()).isZero();
    }
}
