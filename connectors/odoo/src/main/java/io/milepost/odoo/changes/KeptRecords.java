package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Records of Odoo out of kept rows of its database, as the API would give them: with the fields
 * that a record has through another one.
 *
 * @param rows the rows
 * @param company whose records there are, beside those of no company; 0 for those of all
 */
record KeptRecords(KeptRows rows, long company) implements Records {

    private static final String PRODUCT = "product.product";
    private static final String TEMPLATE = "product.template";
    private static final String CATEGORY = "categ_id";

    @Override
    public List<Row> by(
            String model,
            String field,
            Collection<Long> values,
            List<String> fields,
            Object... furtherConditions) {
        TreeSet<Long> ids = new TreeSet<>();
        for (Long value : values) {
            ids.addAll(ids(model, field, value));
        }
        List<Row> found = new ArrayList<>();
        for (Long id : ids) {
            ObjectNode row = rows.row(model, id);
            if (row != null && isVisible(row) && fits(row, furtherConditions)) {
                found.add(new Row(withRelated(model, row)));
            }
        }
        return found;
    }

    private List<Long> ids(String model, String field, long value) {
        if (field.equals("id")) {
            return List.of(value);
        }
        if (model.equals(PRODUCT) && field.equals(CATEGORY)) {
            // A field of the template.
            return rows.ids(TEMPLATE, CATEGORY, value).stream()
                    .flatMap(template -> rows.ids(PRODUCT, "product_tmpl_id", template).stream())
                    .toList();
        }
        if (!CapturedTable.of(model).indexed().contains(field)) {
            throw new IllegalArgumentException(
                    "expected a field with an index but found " + model + "." + field);
        }
        return rows.ids(model, field, value);
    }

    private boolean isVisible(JsonNode row) {
        Long of = new Row(row).ref("company_id");
        return company == 0 || of == null || of == company;
    }

    private static boolean fits(JsonNode row, Object... conditions) {
        for (Object each : conditions) {
            List<?> condition = (List<?>) each;
            if (!fits(row.path(condition.get(0).toString()), condition)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(JsonNode value, List<?> condition) {
        Object wanted = condition.get(2);
        return switch (condition.get(1).toString()) {
            case "=" -> isEqual(value, wanted);
            case "!=" -> !isEqual(value, wanted);
            case "in" -> ((Collection<?>) wanted).stream().anyMatch(one -> isEqual(value, one));
            default -> throw new IllegalArgumentException("no such condition: " + condition);
        };
    }

    private static boolean isEqual(JsonNode value, Object wanted) {
        if (Boolean.FALSE.equals(wanted)) {
            return value.isMissingNode();
        }
        return !value.isMissingNode()
                && Objects.equals(
                        value.isNumber() ? (Object) value.longValue() : value.asText(), wanted);
    }

    private JsonNode withRelated(String model, ObjectNode row) {
        if (model.equals(PRODUCT)) {
            copy(row, "product_tmpl_id", TEMPLATE, CATEGORY, CATEGORY);
        } else if (model.equals("stock.picking")) {
            copy(row, "picking_type_id", "stock.picking.type", "code", "picking_type_code");
        }
        return row;
    }

    private void copy(ObjectNode row, String ref, String model, String field, String as) {
        Long id = new Row(row).ref(ref);
        ObjectNode other = id == null ? null : rows.row(model, id);
        if (other != null && other.has(field)) {
            row.set(as, other.get(field));
        }
    }

    @Override
    public List<String> present(String model, List<String> wanted) {
        return wanted;
    }

    @Override
    public Map<Long, Unit> units(Collection<Long> ids) {
        Map<Long, Unit> units = new HashMap<>();
        for (Long id : ids) {
            ObjectNode row = rows.row("uom.uom", id);
            units.put(
                    id,
                    row == null || !row.has("name")
                            ? Unit.unreadable(id)
                            : Unit.of(externalId(id), row.path("name").textValue(), factor(row)));
        }
        return units;
    }

    private String externalId(long unit) {
        for (Long id : rows.ids("ir.model.data", "res_id", unit)) {
            Row data = new Row(rows.row("ir.model.data", id));
            if (data.text("module") != null && data.text("name") != null) {
                return data.text("module") + "." + data.text("name");
            }
        }
        return null;
    }

    @Override
    public Map<Long, Long> splitOf(Collection<Long> lines) {
        Map<Long, Long> parents = new HashMap<>();
        for (Long line : lines) {
            for (Long effect : rows.ids(SplitEffect.MODEL, "x_name", line)) {
                Row row = new Row(rows.row(SplitEffect.MODEL, effect));
                if (row.text("x_value") != null) {
                    parents.put(line, Long.valueOf(row.text("x_value")));
                }
            }
        }
        return parents;
    }

    /** Up to 18 the factor goes the other way round. */
    private static BigDecimal factor(ObjectNode unit) {
        BigDecimal factor = new Row(unit).number("factor");
        if (unit.has("relative_factor") || factor.signum() == 0) {
            return factor;
        }
        // The API computes it as a binary fraction, of which 15 digits are the same.
        return BigDecimal.ONE.divide(factor, new MathContext(15)).stripTrailingZeros();
    }
}
