package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.milepost.odoo.client.ErrorNames;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records of one company in bulk. Fields and models that this server does not have are left
 * out, because they differ by version and by installed application.
 */
final class Rows {

    private static final Logger LOG = LoggerFactory.getLogger(Rows.class);

    /** How many ids go into one call. */
    static final int CHUNK = 1000;

    private final OdooClient client;
    private final long company;
    private final Map<String, List<String>> present = new HashMap<>();

    Rows(OdooClient client, long company) {
        this.client = client;
        this.company = company;
    }

    OdooClient client() {
        return client;
    }

    /**
     * Records that a domain finds, ordered by id.
     *
     * @param limit the most that are read; 0 for all
     */
    List<Row> search(String model, List<String> fields, int limit, ArrayNode domain)
            throws OdooException, InterruptedException {
        OdooCall call =
                OdooCall.model(model, "search_read")
                        .with("domain", domain)
                        .option("fields", OdooJson.node(fields))
                        .option("order", OdooJson.node("id"))
                        .option("load", OdooJson.node(""));
        if (limit > 0) {
            call = call.option("limit", OdooJson.node(limit));
        }
        List<Row> rows = new ArrayList<>();
        client.call(inCompany(call)).forEach(row -> rows.add(new Row(row)));
        return rows;
    }

    /** Records whose field refers to one of some ids; many ids in several calls. */
    List<Row> by(
            String model,
            String field,
            Collection<Long> ids,
            List<String> fields,
            Object... furtherConditions)
            throws OdooException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        List<Long> all = List.copyOf(new TreeSet<>(ids));
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            ArrayNode domain = OdooJson.array(OdooJson.array(field, "in", some));
            domain.addAll(OdooJson.array(furtherConditions));
            rows.addAll(search(model, fields, 0, domain));
        }
        return rows;
    }

    /** Records by id; those that are gone are left out. */
    Map<Long, Row> byId(String model, Collection<Long> ids, List<String> fields)
            throws OdooException, InterruptedException {
        Map<Long, Row> found = new TreeMap<>();
        for (Row row : by(model, "id", ids, fields)) {
            found.put(row.id(), row);
        }
        return found;
    }

    /** Which of some fields a model has; none if it is not there or not to be read. */
    List<String> present(String model, List<String> wanted)
            throws OdooException, InterruptedException {
        String key = model + wanted;
        List<String> known = present.get(key);
        if (known == null) {
            known = ask(model, wanted);
            present.put(key, known);
        }
        return known;
    }

    /** Which of some fields a model has that this stream cannot do without. */
    List<String> required(String model, List<String> wanted)
            throws OdooException, InterruptedException {
        List<String> fields = present(model, wanted);
        if (fields.isEmpty()) {
            throw new OdooException(
                    Failure.FATAL_CONFIGURATION,
                    null,
                    model + ": expected to read it but it is not on this server or not allowed",
                    null,
                    null);
        }
        return fields;
    }

    /** Records by id of a model that may not be there. */
    Map<Long, Row> optional(String model, Collection<Long> ids, List<String> wanted)
            throws OdooException, InterruptedException {
        List<String> fields = ids.isEmpty() ? List.of() : present(model, wanted);
        return fields.isEmpty() ? Map.of() : byId(model, ids, fields);
    }

    private List<String> ask(String model, List<String> wanted)
            throws OdooException, InterruptedException {
        OdooCall call =
                OdooCall.model(model, "fields_get")
                        .option("allfields", OdooJson.node(wanted))
                        .option("attributes", OdooJson.array("type"));
        try {
            JsonNode fields = client.call(inCompany(call));
            return wanted.stream().filter(fields::has).toList();
        } catch (OdooException e) {
            boolean noRights = e.error().filter(ErrorNames.ACCESS_ERROR::equals).isPresent();
            if (e.failure() != Failure.REFUSED && !noRights) {
                throw e;
            }
            LOG.warn("{} is not read: {}", model, noRights ? "no rights" : "not on this server");
            return List.of();
        }
    }

    /** In the company, archived records too. */
    OdooCall inCompany(OdooCall call) {
        return call.inContext("allowed_company_ids", OdooJson.array(company))
                .inContext("active_test", OdooJson.node(false));
    }

    long company() {
        return company;
    }
}
