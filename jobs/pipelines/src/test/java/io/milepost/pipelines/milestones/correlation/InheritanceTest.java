package io.milepost.pipelines.milestones.correlation;

import static io.milepost.pipelines.milestones.correlation.OrderHarness.KNOWN;
import static io.milepost.pipelines.milestones.correlation.OrderHarness.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.milestones.Events;
import io.milepost.state.sla.Splitting;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the parts of a line that was split hear of what was said of it. */
class InheritanceTest {

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
    void aPartHearsWhatWasSaidOfItsLineBeforeAndAfterTheSplit() throws Exception {
        order.line(4201, 1, "VI");
        order.acknowledge("A1", Events.byNumber(1), KNOWN);
        order.forwarded();

        order.part(4202, 4201L);
        assertThat(order.inherited()).containsExactly(key(4202));
        order.part(4203, 4202L);
        assertThat(order.inherited()).as("a part of a part").containsExactly(key(4203));
        order.acknowledge("A2", Events.byNumber(1), KNOWN);
        assertThat(order.inherited()).containsExactly(key(4202), key(4203));
    }

    @Test
    void aPartHearsTheSameIfItIsKnownBeforeItsLine() throws Exception {
        order.part(4202, 4201L);
        order.acknowledge("A1", Events.byNumber(1), KNOWN);
        assertThat(order.inherited()).isEmpty();

        order.line(4201, 1, "VI");
        assertThat(order.inherited()).containsExactly(key(4202));
    }

    @Test
    void aPartOfAPartHearsWhatWasSaidWhenTheOneBetweenIsKnown() throws Exception {
        order.line(4201, 1, "VI");
        order.part(4203, 4202L);
        order.acknowledge("A1", Events.byNumber(1), KNOWN);
        assertThat(order.inherited()).isEmpty();

        order.part(4202, 4201L);
        assertThat(order.inherited()).containsExactly(key(4202), key(4203));
    }

    @Test
    void whatWentToItsLineStraightIsHeardByItsPartsAndGoesWithTheOrder() throws Exception {
        order.overhear("A1");
        assertThat(order.forwarded()).isEmpty();
        order.line(4201, 1, "VI");
        order.part(4202, 4201L);
        assertThat(order.inherited()).containsExactly(key(4202));
        order.overhear("A2");
        assertThat(order.inherited()).containsExactly(key(4202));

        order.clock("2028-02-01");
        assertThat(order.stateEntries()).isZero();
        assertThat(order.timers()).isZero();
    }

    @Test
    void whatWentToALineOfAnOrderThatNeverCameIsForgotten() throws Exception {
        order.overhear("A1");
        order.clockJustBefore("2026-03-03");
        assertThat(order.stateEntries()).as("kept for the longest wait").isPositive();
        order.clock("2026-03-04");

        assertThat(order.stateEntries()).isZero();
        assertThat(order.timers()).isZero();
    }

    @Test
    void nothingIsKeptOfAPartnerThatLetsNoLineBeSplit() throws Exception {
        order.line(4201, 1, "VI");
        order.acknowledge("A1", Events.byNumber(1), KNOWN);

        try (OrderHarness other = OrderHarness.open(new Splitting(Set.of("another")))) {
            other.line(4201, 1, "VI");
            other.acknowledge("A1", Events.byNumber(1), KNOWN);
            assertThat(other.stateEntries())
                    .as("all but what was said of the line")
                    .isEqualTo(order.stateEntries() - 1);
        }
    }
}
