package io.milepost.odoo.changes;

import java.util.List;

/** One of the streams that a company's changes are read as, each with a cursor of its own. */
public enum ChangeStream {
    /** Order lines, whole orders, and what was done of services. */
    ORDERS(
            List.of(
                    "purchase.order",
                    "purchase.order.line",
                    "product.product",
                    "product.template",
                    "product.category",
                    "product.supplierinfo",
                    "res.partner")),
    /** Stock moves of order lines. */
    RECEIPTS(List.of("stock.move", "stock.picking")),
    /** Lines of vendor bills that belong to order lines. */
    BILLS(List.of("account.move", "account.move.line"));

    private final List<String> models;

    ChangeStream(List<String> models) {
        this.models = models;
    }

    /**
     * The models whose changes make the stream's events. From the rows of the first one alone all
     * events can be made.
     */
    List<String> models() {
        return models;
    }
}
