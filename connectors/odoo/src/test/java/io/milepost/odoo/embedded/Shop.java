package io.milepost.odoo.embedded;

import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.OdooLimits;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.embedded.desk.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A double with a vendor, a product and a confirmed order of one line, and a client over HTTP. */
public final class Shop implements AutoCloseable {
    /** When everything is expected. */
    public static final String DECEMBER = "2026-12-10 08:00:00";

    /** The double. */
    public final EmbeddedOdoo odoo;

    /** Its administrator's desk. */
    public final Desk desk;

    /** The vendor. */
    public final long vendor;

    /** The product. */
    public final long product;

    /** The order, confirmed, of 100. */
    public final long order;

    /** Its line. */
    public final long line;

    /** Opens a shop in a double. */
    public Shop(EmbeddedOdooOptions options) {
        odoo = EmbeddedOdoo.start(options);
        desk = odoo.desk();
        vendor = desk.buying().vendor("Acme");
        product = desk.buying().product("M8-BOLT", "M8 bolt");
        order = order();
        line = desk.buying().lines(order).get(0);
    }

    /** One more order like the first. */
    public long order() {
        return desk.buying().confirmedOrder(vendor, new Buying.Line(product, 100, 1.1, DECEMBER));
    }

    /** A client as the administrator. */
    public OdooClient client() throws OdooException, InterruptedException {
        return client(Duration.ofSeconds(30));
    }

    /** A client that waits no longer than this for an answer. */
    public OdooClient client(Duration patience) throws OdooException, InterruptedException {
        String key = odoo.admin().key();
        return HttpOdooClient.open(
                OdooSettings.of(odoo.url(), odoo.database(), "admin", () -> key)
                        .within(OdooLimits.DEFAULT.impatientlyWithin(patience)));
    }

    /** A write over the wire. */
    public static OdooCall write(String model, long id, Map<String, ?> values) {
        return OdooCall.records(model, List.of(id), "write").with("vals", OdooJson.node(values));
    }

    /** The call that moves the line's date. */
    public OdooCall moveDate(String planned) {
        return write("purchase.order.line", line, Map.of("date_planned", planned));
    }

    /** The line's date now. */
    public String date() {
        return desk.read("purchase.order.line", line, "date_planned").asText();
    }

    @Override
    public void close() {
        odoo.close();
    }
}
