package io.milepost.local.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("People who work in Odoo")
class PeopleTest {

    private static final long NOW = Micros.of(Instant.parse("2026-06-01T05:00:00Z"));

    @TempDir private Path folder;

    @Test
    void leaveThereWhatTheStorySaysOnOdoo18() throws Exception {
        leaveThereWhatTheStorySays(EmbeddedOdooOptions.version18());
    }

    @Test
    void leaveThereWhatTheStorySaysOnOdoo19() throws Exception {
        leaveThereWhatTheStorySays(EmbeddedOdooOptions.version19());
    }

    private void leaveThereWhatTheStorySays(EmbeddedOdooOptions options) throws Exception {
        DistributorSimulation simulation = new DistributorSimulation(11, 150, NOW);
        try (OdooStory story = OdooStory.embedded(simulation, options, folder)) {
            Map<String, BigDecimal> quantities = new HashMap<>();
            Map<String, String> dates = new HashMap<>();
            int received = 0;
            int bills = 0;
            for (Act act : story.script()) {
                story.site().moveTo(act.atMicros());
                story.people().perform(act.deed());
                if (act.deed() instanceof Deed.WriteOrder order) {
                    order.lines().forEach(it -> quantities.put(it.key(), it.quantity()));
                    order.lines().forEach(it -> dates.put(it.key(), People.time(it.planned())));
                } else if (act.deed() instanceof Deed.ChangeQuantity change) {
                    quantities.put(change.line(), change.quantity());
                } else if (act.deed() instanceof Deed.CancelLine cancel) {
                    quantities.put(cancel.line(), BigDecimal.ZERO);
                } else if (act.deed() instanceof Deed.ChangeDate change) {
                    dates.put(change.line(), People.time(change.planned()));
                } else if (act.deed() instanceof Deed.Receive) {
                    received++;
                } else if (act.deed() instanceof Deed.EnterBill) {
                    bills++;
                }
            }

            assertThat(quantities).hasSize(150);
            for (Map.Entry<String, BigDecimal> line : quantities.entrySet()) {
                long id = story.placement().line(line.getKey()).id();
                JsonNode row =
                        story.rpc()
                                .read(
                                        "purchase.order.line",
                                        List.of(id),
                                        "product_qty",
                                        "date_planned")
                                .get(0);
                assertThat(row.get("product_qty").decimalValue())
                        .as(line.getKey())
                        .isEqualByComparingTo(line.getValue());
                assertThat(row.get("date_planned").asText()).isEqualTo(dates.get(line.getKey()));
            }
            assertThat(story.people().notPossible()).hasSizeLessThan(received / 20);
            assertThat(story.rpc().find("account.move", List.of(), "state")).hasSize(bills);
            assertThat(
                            story.rpc()
                                    .find(
                                            "stock.move",
                                            List.of(List.of("state", "=", "done")),
                                            "date"))
                    .hasSizeGreaterThanOrEqualTo(received - story.people().notPossible().size());
        }
        assertThat(folder).as("of its keys").doesNotExist();
    }
}
