package io.milepost.local.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.RecordIds;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The calls of Odoo's API that people's work is made of. */
record Rpc(OdooClient client) {

    long create(String model, Map<String, ?> values) throws OdooException, InterruptedException {
        return createAll(model, List.of(values)).get(0);
    }

    /** Makes several records in one call; their ids in the same order. */
    List<Long> createAll(String model, List<? extends Map<String, ?>> values)
            throws OdooException, InterruptedException {
        return RecordIds.of(
                client.call(
                        OdooCall.model(model, "create").with("vals_list", OdooJson.node(values))));
    }

    void write(String model, long id, Map<String, ?> values)
            throws OdooException, InterruptedException {
        client.call(
                OdooCall.records(model, List.of(id), "write").with("vals", OdooJson.node(values)));
    }

    JsonNode press(String model, long id, String button)
            throws OdooException, InterruptedException {
        return client.call(OdooCall.records(model, List.of(id), button));
    }

    /** One field of records, references as ids; in the order of the ids. */
    JsonNode read(String model, Collection<Long> ids, String... fields)
            throws OdooException, InterruptedException {
        return client.call(
                OdooCall.records(model, List.copyOf(ids), "read")
                        .with("fields", OdooJson.array((Object[]) fields))
                        .option("load", OdooJson.node("")));
    }

    /** Records that fulfil every condition, with some fields, by id; archived ones too. */
    JsonNode find(String model, List<List<?>> conditions, String... fields)
            throws OdooException, InterruptedException {
        return client.call(
                OdooCall.model(model, "search_read")
                        .with("domain", OdooJson.node(conditions))
                        .option("fields", OdooJson.array((Object[]) fields))
                        .option("order", OdooJson.node("id"))
                        .option("load", OdooJson.node(""))
                        .inContext("active_test", OdooJson.node(false)));
    }
}
