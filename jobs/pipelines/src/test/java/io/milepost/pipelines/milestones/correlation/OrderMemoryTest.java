package io.milepost.pipelines.milestones.correlation;

import static io.milepost.pipelines.milestones.correlation.OrderHarness.KNOWN;
import static io.milepost.pipelines.milestones.correlation.OrderHarness.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for a line and what holds for later ones, and how long each is remembered. */
class OrderMemoryTest {

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
    void whatWaitedFollowsItsOrderOnTheSameWay() throws Exception {
        InboundRecord acknowledgement = order.acknowledge("A1", Events.byNumber(1), KNOWN);
        assertThat(order.forwarded()).isEmpty();

        InboundRecord line = order.line(4201, 1, "VI-1");
        assertThat(order.told())
                .containsExactly(
                        new Routed(key(4201), line), new Routed(key(4201), acknowledgement));
    }

    @Test
    void theWholeOrderMeansLinesThatComeLaterToo() throws Exception {
        order.line(4201, 1, "VI-1");
        order.forwarded();
        order.acknowledge("A1", null, KNOWN);
        assertThat(order.forwarded()).containsExactly(key(4201));

        order.line(4202, 2, "VI-2");
        assertThat(order.forwarded())
                .as("the line itself, then what was said of its order")
                .containsExactly(key(4202), key(4202));

        order.line(4202, 2, "VI-2");
        assertThat(order.forwarded()).as("not again").containsExactly(key(4202));
    }

    @Test
    void aWholeOrderThatWaitedReachesEachLineOnce() throws Exception {
        order.acknowledge("A1", null, KNOWN);
        order.line(4201, 1, "VI-1");
        order.line(4202, 2, "VI-2");

        assertThat(order.forwarded()).containsExactly(key(4201), key(4201), key(4202), key(4202));
    }

    @Test
    void whatNobodyMatchesIsUnmatchedAfterTheLongestWait() throws Exception {
        order.acknowledge("A1", Events.byNumber(1), KNOWN);
        order.clockJustBefore("2026-03-03");
        assertThat(order.letters()).isEmpty();

        order.clock("2026-03-03");
        assertThat(order.letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.UNMATCHED);
        assertThat(order.entries())
                .containsExactly(
                        Entry.Kind.WAIT_BEGAN, Entry.Kind.DEAD_LETTERED, Entry.Kind.WAIT_ENDED);
        assertThat(order.timers()).isZero();
        assertThat(order.stateEntries()).isZero();
    }

    @Test
    void anOrderIsForgottenWhenNobodyHasSpokenOfItForLongEnough() throws Exception {
        order.line(4201, 1, "VI-1");
        order.acknowledge("A1", null, KNOWN);
        order.process(
                Catalogue.SUPPLIER_EVENTS,
                Events.shipNotice("S1", Events.byNumber(1), "T1", "2026-06-01"));
        assertThat(order.timers()).isEqualTo(1);

        order.clock("2027-03-09");
        assertThat(order.stateEntries()).as("spoken of in June").isPositive();
        assertThat(order.timers()).isEqualTo(1);

        order.clockJustBefore("2027-07-07");
        assertThat(order.stateEntries()).isPositive();
        order.clock("2027-07-07");
        assertThat(order.stateEntries()).isZero();
        assertThat(order.timers()).isZero();
    }
}
