package io.milepost.pipelines.milestones.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.DeadLetter;
import io.milepost.events.LineMilestone;
import io.milepost.events.MilestoneChange;
import io.milepost.events.MilestoneName;
import io.milepost.pipelines.milestones.Events;
import io.milepost.schemas.Catalogue;
import org.junit.jupiter.api.Test;

/** A carrier's event is taken back from a line that it turns out not to belong to. */
class MovedEventTest {

    private static final CarrierEvent PICKED_UP =
            Events.carrier("c1", CarrierStatus.PICKED_UP, "T1", "2026-02-10");

    @Test
    void itsMilestoneIsWithdrawnAndMayComeAgain() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, "2026-02-01")).turn(PICKED_UP, 0);
            line.out(LineMilestone.class);

            line.turn(PICKED_UP, 1);
            assertThat(line.out(LineMilestone.class))
                    .extracting(LineMilestone::getMilestone, LineMilestone::getChange)
                    .containsExactly(tuple(MilestoneName.PICKED_UP, MilestoneChange.WITHDRAWN));

            line.turn(PICKED_UP, 2);
            assertThat(line.out(LineMilestone.class))
                    .extracting(LineMilestone::getMilestone)
                    .containsExactly(MilestoneName.PICKED_UP);
            assertThat(line.booked(Catalogue.CARRIER_EVENTS)).as("counted elsewhere").isEmpty();
        }
    }

    @Test
    void takingItBackFromALineWithoutAnOrderIsNoDeadLetter() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.turn(PICKED_UP, 1).clock("2026-06-01");

            assertThat(line.out(DeadLetter.class)).isEmpty();
            assertThat(line.timers()).isZero();
            assertThat(line.stateEntries()).isZero();
        }
    }
}
