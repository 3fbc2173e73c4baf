package io.milepost.local.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Acknowledgement;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A story in the time of the world")
class WorldTimesTest {

    private static final long NOW = Micros.of(Instant.parse("2026-06-01T05:00:00Z"));
    private static final long SECOND_A_DAY = Micros.DAY / Micros.SECOND;

    private final DistributorSimulation story = new DistributorSimulation(7, 100, NOW);
    private final List<Act> script = Script.of(story.events());
    private final List<TimedEvent> partners =
            story.events().stream()
                    .filter(it -> !(it.value() instanceof OdooOrderLine))
                    .filter(it -> !(it.value() instanceof OdooReceipt))
                    .filter(it -> !(it.value() instanceof OdooBill))
                    .toList();

    @Test
    void takesSecondsForDaysAndLeavesDatesAheadAsManyDaysAhead() {
        long[] clock = {NOW};
        WorldTimes times = new WorldTimes(story.startMicros(), () -> clock[0]);
        Map<String, Instant> planned = new HashMap<>();
        Map<String, Instant> plannedInTheWorld = new HashMap<>();
        int promises = 0;
        long from = story.startMicros();
        for (Steps.Step step :
                Steps.of(script, partners, from, story.endMicros(), 3 * Micros.DAY)) {
            for (Act act : step.acts()) {
                if (act.deed() instanceof Deed.WriteOrder order) {
                    order.lines().forEach(it -> planned.put(it.key(), it.planned()));
                    ((Deed.WriteOrder) times.of(order, act.atMicros()))
                            .lines()
                            .forEach(it -> plannedInTheWorld.put(it.key(), it.planned()));
                }
            }
            long began = clock[0];
            clock[0] += Math.max(2_000, (step.endMicros() - from) / SECOND_A_DAY);
            from = step.endMicros();
            long end = times.ends(step.endMicros());
            assertThat(end).isLessThanOrEqualTo(clock[0]);
            for (TimedEvent event : step.partners()) {
                TimedEvent told = times.of(event);
                assertThat(told.knownAtMicros()).isBetween(began - 1_000, end);
                promises += promises(event, told, planned, plannedInTheWorld);
            }
        }
        assertThat(promises).isGreaterThan(50);
        assertThat(clock[0] - NOW).isLessThan(200 * Micros.SECOND);
    }

    private static int promises(
            TimedEvent event,
            TimedEvent told,
            Map<String, Instant> planned,
            Map<String, Instant> plannedInTheWorld) {
        int promises = 0;
        List<ScheduleLine> before = schedule(event);
        for (int i = 0; i < before.size(); i++) {
            Instant promised = before.get(i).getPromisedAt();
            if (promised != null) {
                long days = Micros.of(promised) - Micros.of(planned.get(event.lineKey()));
                long daysNow =
                        Micros.of(schedule(told).get(i).getPromisedAt())
                                - Micros.of(plannedInTheWorld.get(event.lineKey()));
                assertThat(daysNow).as(event.key()).isEqualTo(days);
                promises++;
            }
        }
        return promises;
    }

    private static List<ScheduleLine> schedule(TimedEvent event) {
        return event.value() instanceof SupplierEvent said
                        && said.getBody() instanceof Acknowledgement body
                ? body.getSchedule()
                : List.of();
    }
}
