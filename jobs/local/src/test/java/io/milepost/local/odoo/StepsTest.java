package io.milepost.local.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Acknowledgement;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
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

@DisplayName("The steps of a story round Odoo")
class StepsTest {

    private static final long NOW = Micros.of(Instant.parse("2026-06-01T05:00:00Z"));

    private final DistributorSimulation story = new DistributorSimulation(7, 400, NOW);
    private final List<Act> script = Script.of(story.events());
    private final List<TimedEvent> partners =
            story.events().stream()
                    .filter(it -> !(it.value() instanceof OdooOrderLine))
                    .filter(it -> !(it.value() instanceof OdooReceipt))
                    .filter(it -> !(it.value() instanceof OdooBill))
                    .toList();
    private final List<Steps.Step> steps =
            Steps.of(script, partners, story.startMicros(), story.endMicros(), Micros.DAY);

    @Test
    void holdEverythingOnceInItsOrder() {
        assertThat(steps.stream().flatMap(step -> step.partners().stream()))
                .containsExactlyElementsOf(partners);
        assertThat(steps.stream().flatMap(step -> step.acts().stream()))
                .containsSubsequence(script)
                .allMatch(act -> script.contains(act) || act.deed() instanceof Deed.Unlock);
        assertThat(steps.get(steps.size() - 1).endMicros()).isEqualTo(story.endMicros());
    }

    @Test
    void keepWhatASupplierAnswersApartFromWhatPeopleChange() {
        int answers = 0;
        for (Steps.Step step : steps) {
            Map<String, Long> answered = new HashMap<>();
            for (TimedEvent event : step.partners()) {
                if (event.value() instanceof SupplierEvent said
                        && said.getBody() instanceof Acknowledgement) {
                    answered.put(event.lineKey(), event.atMicros());
                    answers++;
                }
            }
            for (Act act : step.acts()) {
                if (act.deed() instanceof Deed.ChangeQuantity deed) {
                    Long said = answered.get(deed.line());
                    assertThat(said == null || Math.abs(said - act.atMicros()) <= Steps.APART)
                            .as("%s beside an answer", act)
                            .isTrue();
                }
            }
        }
        assertThat(answers).isGreaterThan(400);
    }

    @Test
    void raceSomeOfWhatSuppliersSay() {
        List<Deed> races = steps.stream().flatMap(step -> step.races().stream()).toList();

        assertThat(races).hasAtLeastOneElementOfType(Deed.ChangeDate.class);
        assertThat(races).hasAtLeastOneElementOfType(Deed.Lock.class);
        long locks = races.stream().filter(Deed.Lock.class::isInstance).count();
        assertThat(steps.stream().flatMap(step -> step.acts().stream()))
                .filteredOn(act -> act.deed() instanceof Deed.Unlock)
                .hasSize((int) locks);
    }
}
