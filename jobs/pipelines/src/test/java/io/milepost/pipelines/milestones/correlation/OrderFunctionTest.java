package io.milepost.pipelines.milestones.correlation;

import static io.milepost.pipelines.milestones.correlation.OrderHarness.KNOWN;
import static io.milepost.pipelines.milestones.correlation.OrderHarness.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.LineReference;
import io.milepost.events.RejectReason;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which line of its order a supplier means. */
class OrderFunctionTest {

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
    void aLineIsFoundByItsNumber() throws Exception {
        order.line(4201, 1, "VI-1");
        order.line(4202, 2, "VI-2");
        order.forwarded();
        order.acknowledge("A1", Events.byNumber(2), KNOWN);

        assertThat(order.forwarded()).containsExactly(key(4202));
    }

    @Test
    void anItemWaitsUntilTheClockSaysThatEveryLineIsHere() throws Exception {
        order.line(4201, 1, "VI");
        order.forwarded();
        order.acknowledge("A1", Events.byItem("VI"), "2026-02-02");
        assertThat(order.forwarded()).as("another line of this item may be on its way").isEmpty();

        order.clock("2026-02-02");
        assertThat(order.forwarded()).containsExactly(key(4201));
    }

    @Test
    void anItemOnTwoLinesIsRefusedAndNotGuessed() throws Exception {
        order.line(4201, 1, "VI");
        order.acknowledge("A1", Events.byItem("VI"), "2026-02-02");
        order.line(4202, 2, "VI");
        order.forwarded();
        order.clock("2026-02-02");

        assertThat(order.forwarded()).isEmpty();
        assertThat(order.letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.AMBIGUOUS);
        assertThat(order.letters().get(0).getMessage())
                .contains("line of order P00042: expected one line but found 2 for ");
        assertThat(order.entries())
                .containsExactly(
                        Entry.Kind.WAIT_BEGAN, Entry.Kind.DEAD_LETTERED, Entry.Kind.WAIT_ENDED);
    }

    @Test
    void aPartnerThatNumbersLinesItsOwnWayIsFoundByItsItem() throws Exception {
        order.line(4201, 1, "VI-1");
        order.line(4202, 2, "VI-2");
        order.clock("2026-02-02");
        order.forwarded();
        order.acknowledge(
                "A1", new LineReference(null, null, 20, "VI-2", null, null), "2026-02-02");

        assertThat(order.forwarded()).containsExactly(key(4202));
    }

    @Test
    void anItemDecidesAgainstTheNumberOfAnotherLineOnceEveryLineIsHere() throws Exception {
        order.line(4201, 1, "VI-1");
        order.acknowledge("A1", new LineReference(null, null, 1, "VI-2", null, null), "2026-02-02");
        order.line(4202, 2, "VI-2");
        assertThat(order.forwarded()).containsExactly(key(4201), key(4202));
        order.clock("2026-02-02");

        assertThat(order.forwarded()).containsExactly(key(4202));
        assertThat(order.letters()).isEmpty();
    }

    @Test
    void aStrangerIsRefusedAsSoonAsTheOrderIsKnown() throws Exception {
        order.acknowledge("mallory", "A1", Events.byNumber(1), KNOWN);
        assertThat(order.letters()).isEmpty();
        order.line(4201, 1, "VI-1");

        assertThat(order.forwarded()).containsExactly(key(4201));
        assertThat(order.letters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo(RejectReason.NOT_THE_VENDOR);
                            assertThat(letter.getMessage())
                                    .endsWith(
                                            "partner of order P00042: expected its vendor acme but"
                                                    + " found mallory");
                        });
    }
}
