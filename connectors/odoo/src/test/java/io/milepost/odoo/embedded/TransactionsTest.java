package io.milepost.odoo.embedded;

import static io.milepost.odoo.embedded.Shop.DECEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.RecordIds;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls are transactions that see one snapshot, wait for each other and are tried again. */
class TransactionsTest {
    private static final String JANUARY = "2027-01-10 08:00:00";
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(EmbeddedOdooOptions.version18());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void nobodySeesWhatIsNotCommitted() {
        try (HeldTransaction held = shop.odoo.hold()) {
            held.desk().buying().setDate(shop.line, JANUARY);
            assertThat(shop.date()).isEqualTo(DECEMBER);
            assertThat(held.desk().read("purchase.order.line", shop.line, "date_planned").asText())
                    .isEqualTo(JANUARY);
        }
        assertThat(shop.date()).isEqualTo(DECEMBER);
    }

    @Test
    void aTransactionSeesTheDatabaseAsItWasWhenItBegan() {
        try (HeldTransaction held = shop.odoo.hold()) {
            shop.desk.buying().setDate(shop.line, JANUARY);
            long later = shop.order();
            assertThat(held.desk().read("purchase.order.line", shop.line, "date_planned").asText())
                    .isEqualTo(DECEMBER);
            assertThat(held.desk().read("purchase.order", later, "name")).isNull();
        }
    }

    @Test
    void aCallWaitsForARecordThatIsHeldAndIsTriedAgainWhenItChanged() throws Exception {
        try (HeldTransaction held = shop.odoo.hold();
                OdooClient client = shop.client()) {
            held.desk().buying().setDate(shop.line, JANUARY);
            CompletableFuture<JsonNode> waiting =
                    CompletableFuture.supplyAsync(() -> call(client, "2027-02-02 08:00:00"));
            assertThat(waiting).isNotDone();
            held.commit();
            assertThat(waiting.get(10, TimeUnit.SECONDS).asBoolean()).isTrue();
        }
        assertThat(shop.date()).isEqualTo("2027-02-02 08:00:00");
    }

    @Test
    void aTransactionThatWouldOverwriteWhatItDidNotSeeFails() {
        try (HeldTransaction held = shop.odoo.hold()) {
            shop.desk.buying().setDate(shop.line, JANUARY);
            assertThat(
                            Assertions.catchThrowable(
                                    () -> held.desk().buying().setDate(shop.line, DECEMBER)))
                    .hasMessageContaining("could not serialize access");
        }
    }

    @Test
    void whatIsWrittenBearsTheTimeAtWhichItsTransactionBegan() {
        String sinceNow = "2026-01-01 00:00:00";
        try (HeldTransaction held = shop.odoo.hold()) {
            long other = shop.order();
            held.desk().buying().setDate(shop.line, JANUARY);
            held.commit();
            long otherLine = shop.desk.buying().lines(other).get(0);
            List<Long> byTime = byWriteDate(sinceNow);
            assertThat(byTime).containsSubsequence(shop.line, otherLine);
        }
    }

    @Test
    void microsecondsCountInDomainsAndAreNotTold() {
        JsonNode told = shop.desk.read("purchase.order.line", shop.line, "write_date");
        assertThat(told.asText()).hasSize("2026-01-01 00:00:00".length());
        assertThat(byWriteDate(told.asText())).contains(shop.line);
        assertThat(byWriteDate(told.asText() + ".999999")).isEmpty();
    }

    private List<Long> byWriteDate(String from) {
        JsonNode ids =
                shop.desk.call(
                        "purchase.order.line",
                        "search",
                        null,
                        Map.of(
                                "domain",
                                List.of(List.of("write_date", ">=", from)),
                                "order",
                                "write_date, id",
                                "limit",
                                100));
        return RecordIds.of(ids);
    }

    private JsonNode call(OdooClient client, String planned) {
        try {
            return client.call(shop.moveDate(planned));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
