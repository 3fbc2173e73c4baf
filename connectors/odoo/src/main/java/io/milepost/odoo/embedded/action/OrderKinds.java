package io.milepost.odoo.embedded.action;

import io.milepost.odoo.embedded.store.Row;
import java.util.List;
import java.util.Map;

/** Commands that change orders themselves. */
final class OrderKinds {
    private static final String ORDER = "purchase.order";

    private OrderKinds() {}

    static Outcome acknowledge(Asked asked) {
        Row order = asked.openOrder();
        String field = asked.env().series() < 19 ? "mail_reception_confirmed" : "acknowledged";
        if (order.flag(field)) {
            return Outcome.duplicate();
        }
        write(asked, order, Map.of(field, true));
        return Outcome.applied(Map.of());
    }

    static Outcome vendorReference(Asked asked) {
        Row order = asked.openOrder();
        String target = "%s,%d,partner_ref".formatted(ORDER, order.id());
        String current = order.text("partner_ref") == null ? "" : order.text("partner_ref");
        Outcome settled = asked.settled(target, current, false);
        if (settled != null) {
            return settled;
        }
        write(asked, order, Map.of("partner_ref", asked.value()));
        return Outcome.applied(Map.of(target, asked.value()));
    }

    private static void write(Asked asked, Row order, Map<String, Object> values) {
        asked.env().model(ORDER).write(asked.env(), List.of(order), values);
    }
}
