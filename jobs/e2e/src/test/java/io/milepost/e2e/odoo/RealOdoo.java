package io.milepost.e2e.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.client.RecordIds;
import io.milepost.odoo.client.Secret;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The real server that ODOO_URL, ODOO_DB, ODOO_LOGIN and ODOO_KEY name. */
final class RealOdoo implements Site {

    private static final String ORDER = "purchase.order";

    private final OdooClient client;
    private final long vendor;
    private final long product;
    private final List<Long> orders = new ArrayList<>();

    /** Sets it up for the user that the environment names. */
    RealOdoo() throws OdooException, InterruptedException {
        client =
                HttpOdooClient.open(
                        OdooSettings.of(
                                System.getenv("ODOO_URL"),
                                System.getenv("ODOO_DB"),
                                System.getenv("ODOO_LOGIN"),
                                Secret.reference("${env:ODOO_KEY}")));
        new OdooSetup(
                        client,
                        new SetupOptions(
                                System.getenv("ODOO_LOGIN"), null, EnumSet.of(Feature.ORDERS)))
                .run();
        vendor = create("res.partner", Map.of("name", "milepost-test", "is_company", true));
        product =
                create(
                        "product.product",
                        hasBox()
                                ? Map.of("name", "milepost-test", "is_storable", true)
                                : Map.of("name", "milepost-test", "detailed_type", "product"));
    }

    /** From Odoo 18 on a product that is kept in stock has a box ticked; before it is a kind. */
    private boolean hasBox() throws OdooException, InterruptedException {
        return client.call(
                        OdooCall.model("product.product", "fields_get")
                                .with("allfields", OdooJson.array("is_storable"))
                                .with("attributes", OdooJson.array("type")))
                .has("is_storable");
    }

    @Override
    public List<String> settings() {
        return List.of(
                "--odoo-url=" + System.getenv("ODOO_URL"),
                "--odoo-database=" + System.getenv("ODOO_DB"),
                "--odoo-login=" + System.getenv("ODOO_LOGIN"),
                "--odoo-instance=odoo");
    }

    @Override
    public List<Line> orders(int count) throws OdooException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> line =
                    Map.of(
                            "product_id",
                            product,
                            "product_qty",
                            100,
                            "price_unit",
                            7,
                            "date_planned",
                            PLANNED);
            long order =
                    create(
                            ORDER,
                            Map.of(
                                    "partner_id",
                                    vendor,
                                    "order_line",
                                    List.of(List.of(0, 0, line))));
            orders.add(order);
            press(ORDER, order, "button_confirm");
            lines.add(new Line(order, read(ORDER, order, "order_line").get(0).asLong()));
        }
        return lines;
    }

    @Override
    public String date(Line line) throws OdooException, InterruptedException {
        return read("purchase.order.line", line.line(), "date_planned").asText();
    }

    @Override
    public long activities(long order) throws OdooException, InterruptedException {
        return read(ORDER, order, "activity_ids").size();
    }

    @Override
    public long notes(long order, String words) throws OdooException, InterruptedException {
        return find(
                        "mail.message",
                        OdooJson.array("model", "=", ORDER),
                        OdooJson.array("res_id", "=", order),
                        OdooJson.array("body", "ilike", words))
                .size();
    }

    @Override
    public void edit(Line line, String date) throws OdooException, InterruptedException {
        client.call(
                OdooCall.records("purchase.order.line", List.of(line.line()), "write")
                        .with("vals", OdooJson.node(Map.of("date_planned", date))));
    }

    @Override
    public boolean acknowledged(long order) throws OdooException, InterruptedException {
        String field = client.version().series() < 19 ? "mail_reception_confirmed" : "acknowledged";
        return read(ORDER, order, field).asBoolean();
    }

    @Override
    public List<String> tracking(long order) throws OdooException, InterruptedException {
        List<String> tracking = new ArrayList<>();
        for (JsonNode receipt : read(ORDER, order, "picking_ids")) {
            tracking.add(read("stock.picking", receipt.asLong(), "carrier_tracking_ref").asText());
        }
        return tracking;
    }

    @Override
    public String vendorReference(long order) throws OdooException, InterruptedException {
        return read(ORDER, order, "partner_ref").asText();
    }

    private long create(String model, Map<String, ?> values)
            throws OdooException, InterruptedException {
        return RecordIds.of(
                        client.call(
                                OdooCall.model(model, "create")
                                        .with("vals_list", OdooJson.node(values))))
                .get(0);
    }

    private JsonNode read(String model, long id, String field)
            throws OdooException, InterruptedException {
        return client.call(
                        OdooCall.records(model, List.of(id), "read")
                                .with("fields", OdooJson.array(field)))
                .path(0)
                .path(field);
    }

    private List<Long> find(String model, JsonNode... conditions)
            throws OdooException, InterruptedException {
        return RecordIds.of(
                client.call(
                        OdooCall.model(model, "search")
                                .with("domain", OdooJson.array((Object[]) conditions))));
    }

    private void press(String model, long id, String button)
            throws OdooException, InterruptedException {
        client.call(OdooCall.records(model, List.of(id), button));
    }

    /** Takes away what Odoo lets go. */
    @Override
    public void close() throws OdooException, InterruptedException {
        try (client) {
            for (long order : orders) {
                press(ORDER, order, "button_cancel");
                press(ORDER, order, "unlink");
            }
            for (long price :
                    find("product.supplierinfo", OdooJson.array("partner_id", "=", vendor))) {
                press("product.supplierinfo", price, "unlink");
            }
            press("product.product", product, "action_archive");
            press("res.partner", vendor, "action_archive");
        }
    }
}
