package io.milepost.odoo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.odoo.embedded.desk.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user of few groups may do, and what a record of access adds. */
class RightsTest {
    private static final String PRICES = "product.supplierinfo";
    private Shop shop;
    private Desk bot;

    @BeforeEach
    void open() {
        shop = new Shop(EmbeddedOdooOptions.version18());
        bot =
                shop.odoo.desk(
                        shop.odoo
                                .addUser(
                                        "bot",
                                        List.of(
                                                "purchase.group_purchase_user",
                                                "stock.group_stock_user"))
                                .uid());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void newPrice() {
        bot.create(
                PRICES,
                Map.of("partner_id", shop.vendor, "product_id", shop.product, "price", 0.9));
    }

    @Test
    void ordersAreOpenAndPriceListsAreNot() {
        bot.buying().setDate(shop.line, "2027-01-10 08:00:00");
        assertThat(shop.date()).isEqualTo("2027-01-10 08:00:00");
        assertThatThrownBy(this::newPrice)
                .hasMessageContaining("You are not allowed to create 'Supplier Pricelist'")
                .hasMessageContaining("Purchase/Administrator");
    }

    @Test
    void aRecordOfAccessOpensAModelToAGroup() {
        long model = shop.desk.find("ir.model", "model", PRICES).get(0);
        shop.desk.create(
                "ir.model.access",
                Map.of(
                        "name",
                        "all may",
                        "model_id",
                        model,
                        "perm_read",
                        true,
                        "perm_create",
                        true));
        newPrice();
        assertThat(shop.desk.find(PRICES, "price", 0.9)).hasSize(1);
    }

    @Test
    void aModelThatWasMadeOverTheWireIsOpenToNobodyAtFirst() {
        shop.desk.create(
                "ir.model", Map.of("name", "Mine", "model", "x_mine", "field_id", List.of()));
        assertThatThrownBy(() -> bot.find("x_mine", "id", 1))
                .hasMessageContaining("No group currently allows this operation");
    }

    @Test
    void theCodeOfAnActionIsForAdministrators() {
        long model = shop.desk.find("ir.model", "model", "res.partner").get(0);
        long action =
                shop.desk.create(
                        "ir.actions.server",
                        Map.of("name", "secret", "model_id", model, "code", "# nothing"));
        assertThat(shop.desk.read("ir.actions.server", action, "code").asText())
                .isEqualTo("# nothing");
        assertThatThrownBy(() -> bot.read("ir.actions.server", action, "code"))
                .hasMessageContaining("You do not have enough rights to access the fields");
    }
}
