package io.milepost.odoo.contract;

import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.util.HashMap;
import java.util.Map;

/** How each release of Odoo is told that a product is kept in stock. */
public final class Storable {

    private Storable() {}

    /**
     * The values of a product that is kept in stock: from 18 on a box {@code is_storable}, before
     * it a kind {@code detailed_type}.
     */
    public static Map<String, Object> with(OdooClient odoo, Map<String, ?> values)
            throws OdooException, InterruptedException {
        Map<String, Object> storable = new HashMap<>(values);
        boolean box =
                odoo.call(
                                OdooCall.model("product.product", "fields_get")
                                        .with("allfields", OdooJson.array("is_storable"))
                                        .with("attributes", OdooJson.array("type")))
                        .has("is_storable");
        if (box) {
            storable.put("is_storable", true);
        } else {
            storable.put("detailed_type", "product");
        }
        return storable;
    }
}
