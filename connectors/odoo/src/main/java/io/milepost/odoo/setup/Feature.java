package io.milepost.odoo.setup;

import java.util.List;

/** What Milepost may do in Odoo; each needs rights of its own. */
public enum Feature {
    /** Orders, their lines, notes, activities and draft bills. */
    ORDERS("purchase", List.of("purchase.group_purchase_user")),
    /** Tracking references and planned dates of receipts. */
    RECEIPTS("stock", List.of("stock.group_stock_user")),
    /** Supplier prices and lead times. */
    PRICES("purchase", List.of()),
    /** Promise dates of linked sale orders. */
    SALES("sale", List.of("sales_team.group_sale_salesman_all_leads"));

    private final String module;
    private final List<String> groups;

    Feature(String module, List<String> groups) {
        this.module = module;
        this.groups = groups;
    }

    /** The app that must be installed. */
    String module() {
        return module;
    }

    /** The groups that the bot needs. */
    List<String> groups() {
        return groups;
    }
}
