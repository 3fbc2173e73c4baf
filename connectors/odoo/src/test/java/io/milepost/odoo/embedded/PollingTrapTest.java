package io.milepost.odoo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.RecordIds;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The trap for those who page by the last time that they saw: the double has it, too. */
class PollingTrapTest {

    @Test
    void aCursorNeverSeesARowThatWasCommittedLate() {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version18())) {
            long first = shop.line;
            long second = shop.desk.buying().lines(shop.order()).get(0);
            List<Object> all = List.of(List.of("id", "in", List.of(first, second)));
            try (HeldTransaction slow = shop.odoo.hold()) {
                slow.desk().buying().setDate(first, "2027-01-10 08:00:00");
                shop.desk.buying().setDate(second, "2027-01-11 08:00:00");
                List<Long> seen = ids(shop, all);
                assertThat(seen.get(seen.size() - 1)).isEqualTo(second);
                String cursor = micros(shop, second);
                slow.commit();
                List<Object> later = new ArrayList<>(all);
                later.add(List.of("write_date", ">", cursor));
                assertThat(ids(shop, later)).isEmpty();
                assertThat(shop.date()).isEqualTo("2027-01-10 08:00:00");
            }
        }
    }

    /** The microsecond of a row, found from outside as a domain tells it. */
    private static String micros(Shop shop, long line) {
        String second = shop.desk.read("purchase.order.line", line, "write_date").asText();
        int low = 0;
        int high = 1_000_000;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            String from = "%s.%06d".formatted(second, middle);
            List<Object> domain =
                    List.of(List.of("id", "=", line), List.of("write_date", ">=", from));
            if (ids(shop, domain).isEmpty()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return "%s.%06d".formatted(second, low);
    }

    private static List<Long> ids(Shop shop, List<Object> domain) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("domain", domain);
        arguments.put("order", "write_date, id");
        JsonNode found = shop.desk.call("purchase.order.line", "search", null, arguments);
        return RecordIds.of(found);
    }
}
