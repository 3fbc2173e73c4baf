package io.milepost.odoo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.RecordIds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searching: conditions, order and pages. */
class DomainsTest {
    private static final String MODEL = "res.partner";
    private static Shop shop;
    private static long anna;
    private static long bert;
    private static long carla;

    @BeforeAll
    static void open() {
        shop = new Shop(EmbeddedOdooOptions.version18());
        anna = partner("Anna Test", "R1", 3);
        bert = partner("bert test", "R2", 2);
        carla = partner("Carla Test", null, 1);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static long partner(String name, String ref, int rank) {
        return ref == null
                ? shop.desk.create(MODEL, Map.of("name", name, "supplier_rank", rank))
                : shop.desk.create(MODEL, Map.of("name", name, "supplier_rank", rank, "ref", ref));
    }

    private static List<Long> search(Object... domain) {
        return page("id", 0, 0, domain);
    }

    private static List<Long> page(String order, int offset, int limit, Object... domain) {
        JsonNode ids =
                shop.desk.call(
                        MODEL,
                        "search",
                        null,
                        Map.of(
                                "domain", List.of(domain),
                                "order", order,
                                "offset", offset,
                                "limit", limit));
        return RecordIds.of(ids);
    }

    private static List<Object> is(String field, String operator, Object value) {
        return List.of(field, operator, value);
    }

    private static final List<Object> MINE = List.of("name", "ilike", "TEST");

    @Test
    void conditionsAreAllToHoldUnlessTheyAreJoinedOtherwise() {
        assertThat(search(MINE, is("supplier_rank", ">=", 2))).containsExactly(anna, bert);
        assertThat(search(MINE, "|", is("ref", "=", "R1"), is("supplier_rank", "=", 1)))
                .containsExactly(anna, carla);
        assertThat(search(MINE, "!", is("ref", "in", List.of("R1", "R2")))).containsExactly(carla);
        assertThat(search(MINE, "&", is("id", ">", anna), is("id", "<", carla)))
                .containsExactly(bert);
    }

    @Test
    void nothingIsFoundByFalseAndIsNeverMoreOrLess() {
        assertThat(search(MINE, is("ref", "=", false))).containsExactly(carla);
        assertThat(search(MINE, is("ref", "!=", false))).containsExactly(anna, bert);
        assertThat(search(MINE, is("ref", "not in", List.of("R1")))).containsExactly(bert, carla);
        assertThat(search(MINE, is("ref", "<", "Z"))).containsExactly(anna, bert);
    }

    @Test
    void referencesAreFollowed() {
        JsonNode ids =
                shop.desk.call(
                        "purchase.order.line",
                        "search",
                        null,
                        Map.of(
                                "domain",
                                List.of(
                                        is("order_id.partner_id.name", "=", "Acme"),
                                        is("order_id.partner_id", "ilike", "cm"))));
        assertThat(RecordIds.of(ids)).containsExactly(shop.line);
    }

    @Test
    void pagesFollowTheOrder() {
        assertThat(page("supplier_rank", 0, 2, MINE)).containsExactly(carla, bert);
        assertThat(page("supplier_rank desc, id", 1, 5, MINE)).containsExactly(bert, carla);
        assertThat(page("id", 1, 1, MINE)).containsExactly(bert);
        assertThat(page("ref", 0, 0, MINE)).containsExactly(anna, bert, carla);
    }

    @Test
    void archivedRecordsAreLeftOutUnlessTheyAreAskedFor() {
        long gone = partner("Gone Test", "R9", 1);
        shop.desk.write(MODEL, gone, Map.of("active", false));
        assertThat(search(is("ref", "=", "R9"))).isEmpty();
        assertThat(search(is("ref", "=", "R9"), is("active", "=", false))).containsExactly(gone);
    }

    @Test
    void wrongOrdersAndOperatorsAreRefused() {
        assertThatThrownBy(() -> page("nofield", 0, 0, MINE)).hasMessageContaining("nofield");
        assertThatThrownBy(() -> search(is("ref", "~", "R1"))).hasMessageContaining("~");
    }
}
