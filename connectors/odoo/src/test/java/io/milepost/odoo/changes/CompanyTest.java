package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.FakeOdoo.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.OdooOrderLine;
import org.junit.jupiter.api.Test;

/** A stream is of one company, whatever else the user may see. */
class CompanyTest {

    private final Shop shop = Shop.reading(ChangeStream.ORDERS);

    @Test
    void whatAnotherCompanyBuysIsNotTold() throws Exception {
        shop.order(42);
        shop.order(43);
        shop.odoo.put("purchase.order", 43, values("company_id", 2));
        shop.odoo.put("purchase.order.line", 43, values("company_id", 2));

        assertThat(shop.poll(OdooOrderLine.class))
                .extracting(OdooOrderLine::getLineId)
                .containsExactly(42L);
    }

    @Test
    void everyCallIsMadeInTheCompany() throws Exception {
        shop.order(42);
        shop.poll();

        assertThat(shop.odoo.calls())
                .isNotEmpty()
                .allSatisfy(
                        call ->
                                assertThat(call.context().get("allowed_company_ids"))
                                        .hasToString("[1]"));
    }

    @Test
    void anOriginIsPartOfAKey() {
        assertThatThrownBy(() -> new Origin("a/b", 1))
                .hasMessage("odoo.instance: expected text without a slash but found a/b");
        assertThatThrownBy(() -> new Origin("a", 0))
                .hasMessage("odoo.company: expected a database id but found 0");
    }
}
