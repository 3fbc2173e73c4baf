package io.milepost.odoo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.client.RecordIds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions on a moment, as real servers were seen to take them. */
class WholeSecondsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T08:00:00.500Z"), ZoneOffset.UTC);

    private static boolean finds(Shop shop, String operator, String moment) {
        List<Object> domain =
                List.of(
                        List.of("id", "=", shop.line),
                        List.of("write_date", operator, "2026-03-01 " + moment));
        return !RecordIds.of(
                        shop.desk.call(
                                "purchase.order.line", "search", null, Map.of("domain", domain)))
                .isEmpty();
    }

    @Test
    void upTo18MicrosecondsCount() {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version18().withClock(CLOCK))) {
            assertThat(finds(shop, "<", "08:00:00.900000")).isTrue();
            assertThat(finds(shop, ">=", "08:00:00.900000")).isFalse();
            assertThat(finds(shop, "<=", "08:00:00")).isFalse();
            assertThat(finds(shop, ">", "08:00:00")).isTrue();
        }
    }

    @Test
    void from19OnTheyAreForgotten() {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version19().withClock(CLOCK))) {
            assertThat(finds(shop, "<", "08:00:00.900000")).isFalse();
            assertThat(finds(shop, ">=", "08:00:00.900000")).isTrue();
            assertThat(finds(shop, "<=", "08:00:00")).isTrue();
            assertThat(finds(shop, ">", "08:00:00")).isFalse();
        }
    }
}
