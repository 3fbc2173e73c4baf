package io.milepost.local.odoo;

import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes away what a demo made in a server that is somebody's: orders are cancelled and deleted,
 * bills cancelled, products and suppliers archived. What was received or billed stays, as Odoo
 * wants it.
 */
final class Cleaning {

    private final OdooStory story;
    private int left;

    Cleaning(OdooStory story) {
        this.story = story;
    }

    /** How many records could not be taken away. */
    int clean() throws InterruptedException {
        for (long bill : story.placement().billIds()) {
            press("account.move", bill, "button_draft");
            press("account.move", bill, "button_cancel");
        }
        Set<Long> orders = new HashSet<>();
        story.placement().lines().values().forEach(line -> orders.add(line.order().id()));
        for (long order : orders) {
            if (press("purchase.order", order, "button_cancel")) {
                press("purchase.order", order, "unlink");
            }
        }
        archive("product.product", story.masters().productIds());
        archive("res.partner", story.masters().vendorIds());
        return left;
    }

    private void archive(String model, Collection<Long> ids) throws InterruptedException {
        try {
            story.rpc().client().call(OdooCall.records(model, List.copyOf(ids), "action_archive"));
        } catch (OdooException e) {
            left += ids.size();
        }
    }

    private boolean press(String model, long id, String button) throws InterruptedException {
        try {
            story.rpc().press(model, id, button);
            return true;
        } catch (OdooException e) {
            // Odoo keeps what has consequences; the mark tells whose it is.
            left++;
            return false;
        }
    }
}
