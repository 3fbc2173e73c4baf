package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.RecordIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few methods of records that setting up needs. */
final class Records {

    private final OdooClient client;

    Records(OdooClient client) {
        this.client = client;
    }

    /** The first record that fits; a condition is {@code {field, operator, value}}. */
    Optional<Long> find(String model, Object[]... conditions)
            throws OdooException, InterruptedException {
        JsonNode rows = read(model, List.of("id"), conditions);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0).path("id").asLong());
    }

    /** Fields of every record that fits, by id. */
    JsonNode read(String model, List<String> fields, Object[]... conditions)
            throws OdooException, InterruptedException {
        var domain = OdooJson.array();
        for (Object[] condition : conditions) {
            domain.add(OdooJson.array(condition));
        }
        return client.call(
                OdooCall.model(model, "search_read")
                        .with("domain", domain)
                        .with("fields", OdooJson.node(fields))
                        .option("order", OdooJson.node("id"))
                        .inContext("active_test", OdooJson.node(false)));
    }

    long create(String model, Map<String, ?> values) throws OdooException, InterruptedException {
        JsonNode made =
                client.call(
                        OdooCall.model(model, "create").with("vals_list", OdooJson.node(values)));
        return RecordIds.of(made).get(0);
    }

    void write(String model, long id, Map<String, ?> values)
            throws OdooException, InterruptedException {
        client.call(
                OdooCall.records(model, List.of(id), "write").with("vals", OdooJson.node(values)));
    }

    void delete(String model, long id) throws OdooException, InterruptedException {
        client.call(OdooCall.records(model, List.of(id), "unlink"));
    }

    JsonNode run(long action) throws OdooException, InterruptedException {
        return client.call(OdooCall.records("ir.actions.server", List.of(action), "run"));
    }

    /** The record behind an external id such as {@code base.group_system}. */
    Optional<Long> external(String name) throws OdooException, InterruptedException {
        int dot = name.indexOf('.');
        JsonNode rows =
                read(
                        "ir.model.data",
                        List.of("res_id"),
                        is("module", name.substring(0, dot)),
                        is("name", name.substring(dot + 1)));
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0).path("res_id").asLong());
    }

    /**
     * The first of the names that is a field of the model: fields were renamed between versions.
     */
    String field(String model, String... names) throws OdooException, InterruptedException {
        JsonNode fields =
                client.call(
                        OdooCall.model(model, "fields_get")
                                .with("allfields", OdooJson.array((Object[]) names))
                                .with("attributes", OdooJson.array("type")));
        for (String name : names) {
            if (fields.has(name)) {
                return name;
            }
        }
        throw new IllegalStateException(
                "Model %s: expected one of the fields %s but found none"
                        .formatted(model, List.of(names)));
    }

    static Object[] is(String field, Object value) {
        return new Object[] {field, "=", value};
    }
}
