package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records of one company in bulk. Fields and models that this server does not have are left
 * out, because they differ by version and by installed application.
 */
final class Rows implements Records {

    private static final Logger LOG = LoggerFactory.getLogger(Rows.class);

    private final OdooClient client;
    private final long company;
    private final Map<String, List<String>> present = new HashMap<>();

    Rows(OdooClient client, long company) {
        this.client = client;
        this.company = company;
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

    @Override
    public List<Row> by(
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

    @Override
    public List<String> present(String model, List<String> wanted)
            throws OdooException, InterruptedException {
        String key = model + wanted;
        List<String> known = present.get(key);
        if (known == null) {
            known = ask(model, wanted);
            present.put(key, known);
        }
        return known;
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

    @Override
    public Map<Long, Unit> units(Collection<Long> ids) throws OdooException, InterruptedException {
        Map<Long, Unit> units = new HashMap<>();
        ids.forEach(id -> units.put(id, Unit.unreadable(id)));
        // Up to 18 the factor goes the other way round.
        String factor = client.version().series() >= 19 ? "factor" : "factor_inv";
        List<String> fields = present("uom.uom", List.of("name", factor));
        if (fields.isEmpty()) {
            return units;
        }
        JsonNode external = externalIds(List.copyOf(ids));
        for (Row row : byId("uom.uom", ids, fields).values()) {
            String externalId = external.path(Long.toString(row.id())).textValue();
            if (row.text("name") != null) {
                units.put(row.id(), Unit.of(externalId, row.text("name"), row.number(factor)));
            }
        }
        return units;
    }

    private JsonNode externalIds(List<Long> ids) throws OdooException, InterruptedException {
        try {
            return client.call(inCompany(OdooCall.records("uom.uom", ids, "get_external_id")));
        } catch (OdooException e) {
            boolean noRights = e.error().filter(ErrorNames.ACCESS_ERROR::equals).isPresent();
            if (e.failure() != Failure.REFUSED && !noRights) {
                throw e;
            }
            // Names will do.
            return MissingNode.getInstance();
        }
    }

    @Override
    public Map<Long, Long> splitOf(Collection<Long> lines)
            throws OdooException, InterruptedException {
        Map<Long, Long> parents = new HashMap<>();
        List<Long> all = List.copyOf(lines);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> names =
                    all.subList(from, Math.min(all.size(), from + CHUNK)).stream()
                            .map(SplitEffect::name)
                            .toList();
            for (Row effect : effects(names)) {
                parents.put(
                        SplitEffect.part(effect.text("x_name")),
                        Long.valueOf(effect.text("x_value")));
            }
        }
        return parents;
    }

    /** Nothing where Milepost was not set up to write, or may not be looked at. */
    private List<Row> effects(List<String> names) throws OdooException, InterruptedException {
        if (present(SplitEffect.MODEL, SplitEffect.FIELDS).isEmpty()) {
            return List.of();
        }
        try {
            ArrayNode domain = OdooJson.array(OdooJson.array("x_name", "in", names));
            return search(SplitEffect.MODEL, SplitEffect.FIELDS, 0, domain);
        } catch (OdooException e) {
            if (e.error().filter(ErrorNames.ACCESS_ERROR::equals).isEmpty()) {
                throw e;
            }
            LOG.warn("{} is not read: no rights", SplitEffect.MODEL);
            present.put(SplitEffect.MODEL + SplitEffect.FIELDS, List.of());
            return List.of();
        }
    }

    /** In the company, archived records too. */
    OdooCall inCompany(OdooCall call) {
        return call.inContext("allowed_company_ids", OdooJson.array(company))
                .inContext("active_test", OdooJson.node(false));
    }

    @Override
    public long company() {
        return company;
    }
}
