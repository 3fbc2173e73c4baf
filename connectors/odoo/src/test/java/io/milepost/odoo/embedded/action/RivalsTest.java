package io.milepost.odoo.embedded.action;

import static io.milepost.odoo.embedded.action.Installed.command;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.Shop;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Several callers at once. */
class RivalsTest {

    @Test
    void oneBatchFromTwoCallersIsAppliedOnceHoweverTheyRace() throws Exception {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version18())) {
            Installed action = new Installed(shop);
            long epoch = action.claim();
            for (int round = 0; round < 20; round++) {
                Object note =
                        command(
                                round,
                                "note " + round,
                                "POST_NOTE",
                                "order_id",
                                shop.order,
                                "note",
                                "round " + round);
                CompletableFuture<JsonNode> one = later(() -> action.apply(epoch, note));
                CompletableFuture<JsonNode> two = later(() -> action.apply(epoch, note));
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(two.get(10, TimeUnit.SECONDS));
            }
            assertThat(shop.odoo.counts().messages("purchase.order", shop.order)).isEqualTo(20);
        }
    }

    @Test
    void aNewShardThatIsClaimedByManyAtOnceGetsEachEpochOnce() throws Exception {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version18())) {
            Installed action = new Installed(shop);
            List<CompletableFuture<Long>> claims = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                claims.add(later(action::claim));
            }
            List<Long> epochs = new ArrayList<>();
            for (CompletableFuture<Long> claim : claims) {
                epochs.add(claim.get(10, TimeUnit.SECONDS));
            }
            assertThat(epochs).containsExactlyInAnyOrder(1L, 2L, 3L);
        }
    }

    @Test
    void aBatchMeetsAPersonWhoIsWritingTheSameLineAndKeepsThePersonsDate() throws Exception {
        try (Shop shop = new Shop(EmbeddedOdooOptions.version18())) {
            Installed action = new Installed(shop);
            long epoch = action.claim();
            HeldTransaction person = shop.odoo.hold();
            person.desk().buying().setDate(shop.line, "2027-03-03 08:00:00");
            Map<String, Object> date =
                    command(
                            1,
                            "a",
                            "SET_LINE_DATE",
                            "order_id",
                            shop.order,
                            "line_id",
                            shop.line,
                            "value",
                            "2027-01-10 08:00:00",
                            "expect",
                            Shop.DECEMBER);
            CompletableFuture<JsonNode> waiting = later(() -> action.apply(epoch, date));
            person.commit();
            JsonNode answer = waiting.get(10, TimeUnit.SECONDS);
            assertThat(answer.at("/results/0/s").asText()).isEqualTo("conflict");
            assertThat(shop.date()).isEqualTo("2027-03-03 08:00:00");
        }
    }

    private static <T> CompletableFuture<T> later(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work);
    }
}
