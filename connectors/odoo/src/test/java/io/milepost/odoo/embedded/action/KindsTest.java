package io.milepost.odoo.embedded.action;

import static io.milepost.odoo.embedded.action.Installed.command;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandKind;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of command has its twin, those that need apps of their own as well. */
class KindsTest {

    @ParameterizedTest
    @EnumSource(value = CommandKind.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void everyKindOfTheContractIsKnown(CommandKind kind) {
        assertThat(Kinds.of(kind.name())).isNotNull();
    }

    @Test
    void aSaleOrderThatWaitsForALineIsReviewedOrPromisedLaterButNeverEarlier() {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version18())) {
            Installed action = new Installed(shop);
            long sale = sale(shop);
            long epoch = action.claim();
            JsonNode answer =
                    action.apply(
                            epoch,
                            promise(shop, 1, "REVIEW_SALE_PROMISE", "2027-02-01 08:00:00"),
                            promise(shop, 2, "SET_SALE_PROMISE", "2027-02-01 08:00:00"),
                            promise(shop, 3, "SET_SALE_PROMISE", "2027-01-01 08:00:00"));
            assertThat(answer.path("results").findValuesAsText("s"))
                    .containsExactly("applied", "applied", "duplicate");
            assertThat(shop.odoo.counts().activities("sale.order", sale)).isEqualTo(1);
            assertThat(shop.desk.read("sale.order", sale, "commitment_date").asText())
                    .isEqualTo("2027-02-01 08:00:00");
        }
    }

    @Test
    void aLineForWhichNoSaleOrderWaitsHasNothingToPromise() {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version18())) {
            Installed action = new Installed(shop);
            JsonNode answer =
                    action.apply(
                            action.claim(),
                            promise(shop, 1, "REVIEW_SALE_PROMISE", "2027-02-01 08:00:00"));
            assertThat(answer.at("/results/0/s").asText()).isEqualTo("duplicate");
        }
    }

    private static long sale(Shop shop) {
        long sale = shop.desk.create("sale.order", Map.of("name", "S00001", "state", "sale"));
        long line =
                shop.desk.create(
                        "sale.order.line", Map.of("order_id", sale, "product_id", shop.product));
        shop.desk.write("purchase.order.line", shop.line, Map.of("sale_line_id", line));
        return sale;
    }

    private static Map<String, Object> promise(Shop shop, long seq, String kind, String value) {
        return command(
                seq,
                kind + seq,
                kind,
                "order_id",
                shop.order,
                "line_id",
                shop.line,
                "value",
                value);
    }
}
