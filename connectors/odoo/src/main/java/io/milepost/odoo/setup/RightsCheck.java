package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether the bot may do with each model what the features need, and whether the model is there.
 */
final class RightsCheck {

    private static final int FIRST_SERIES_OF_HAS_ACCESS = 18;

    private final OdooClient bot;
    private final Set<Feature> features;

    RightsCheck(OdooClient bot, Set<Feature> features) {
        this.bot = bot;
        this.features = features;
    }

    List<Finding> examine() throws OdooException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(model("purchase.order", "Purchase", "read", "write"));
        findings.add(model("purchase.order.line", "Purchase", "read", "write", "create"));
        findings.add(model("account.move", "Invoicing", "read", "create"));
        findings.add(model("stock.picking", "Inventory", needed(Feature.RECEIPTS)));
        findings.add(model("stock.move", "Inventory", needed(Feature.RECEIPTS)));
        if (features.contains(Feature.RECEIPTS)) {
            findings.add(tracking());
        }
        if (features.contains(Feature.PRICES)) {
            findings.add(model("product.supplierinfo", "Purchase", "read", "write", "create"));
        }
        if (features.contains(Feature.SALES)) {
            findings.add(model("sale.order", "Sales", "read", "write"));
        }
        return findings;
    }

    private String[] needed(Feature feature) {
        return features.contains(feature) ? new String[] {"read", "write"} : new String[] {"read"};
    }

    private Finding model(String model, String app, String... operations)
            throws OdooException, InterruptedException {
        List<String> refused = new ArrayList<>();
        try {
            for (String operation : operations) {
                if (!may(model, operation)) {
                    refused.add(operation);
                }
            }
        } catch (OdooException e) {
            if (e.failure() != Failure.REFUSED && e.failure() != Failure.FATAL_CONFIGURATION) {
                throw e;
            }
            return Finding.error(
                    model, "Odoo does not answer for it", "install the app " + app + " in Odoo");
        }
        return refused.isEmpty()
                ? Finding.ok(model, "the bot may " + String.join(", ", operations))
                : Finding.error(
                        model,
                        "the bot may not " + String.join(", ", refused),
                        "run 'milepost odoo setup' as an administrator");
    }

    private boolean may(String model, String operation) throws OdooException, InterruptedException {
        boolean newer = bot.version().series() >= FIRST_SERIES_OF_HAS_ACCESS;
        OdooCall call =
                newer
                        ? OdooCall.records(model, List.of(), "has_access")
                        : OdooCall.model(model, "check_access_rights");
        OdooCall asked = call.with("operation", OdooJson.node(operation));
        JsonNode answer =
                bot.call(newer ? asked : asked.with("raise_exception", OdooJson.node(false)));
        return answer.asBoolean();
    }

    private Finding tracking() throws OdooException, InterruptedException {
        JsonNode fields =
                bot.call(
                        OdooCall.model("stock.picking", "fields_get")
                                .with("allfields", OdooJson.array("carrier_tracking_ref"))
                                .with("attributes", OdooJson.array("type")));
        return fields.has("carrier_tracking_ref")
                ? Finding.ok("tracking references", "receipts have them")
                : Finding.warning(
                        "tracking references",
                        "receipts have none",
                        "install the app Delivery Costs in Odoo, or those commands are rejected");
    }
}
