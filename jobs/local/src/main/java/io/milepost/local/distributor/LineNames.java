package io.milepost.local.distributor;

import io.milepost.events.LineReference;

/** How a supplier's documents name a line: by number mostly, some by item, GTIN or Odoo's id. */
final class LineNames {

    private LineNames() {}

    static LineReference draw(Dice dice, Order order, Item item) {
        double share = dice.share();
        if (share < 0.85) {
            return new LineReference(null, null, item.lineNumber(), null, null, null);
        } else if (share < 0.91) {
            return new LineReference(null, null, null, item.vendorItem(), null, null);
        } else if (share < 0.96) {
            return new LineReference(null, null, null, null, null, item.gtin());
        }
        return new LineReference(item.lineId(), order.id(), null, null, null, null);
    }
}
