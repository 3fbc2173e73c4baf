package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.store.Row;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of an import. */
final class LoadedRow {

    /** A value that means nothing here. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Field field;

        Unreadable(Field field, String message) {
            super(message);
            this.field = field;
        }

        /** As the import tells it. */
        ObjectNode message(int record) {
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            told.putObject("rows").put("from", record).put("to", record);
            told.put("type", "error").put("record", record).put("field", field.name());
            told.put("message", getMessage());
            ObjectNode more = told.putObject("moreinfo");
            more.put("name", "Possible Values").put("type", "ir.actions.act_window");
            more.put("target", "new").put("view_mode", "list,form");
            more.putArray("views").addArray().add(false).add("list");
            ((ArrayNode) more.get("views")).addArray().add(false).add("form");
            more.putObject("context").put("create", false);
            more.put("help", "See all possible values").put("res_model", "ir.model.data");
            more.putArray("domain").addArray().add("model").add("=").add(field.relation());
            return told.put("field_name", field.label());
        }
    }

    private final Env env;
    private final Model model;
    private final List<String> columns;
    private final JsonNode data;

    LoadedRow(Env env, Model model, List<String> columns, JsonNode data) {
        this.env = env;
        this.model = model;
        this.columns = columns;
        this.data = data;
    }

    /** Makes or updates the record and tells its id. */
    long apply() throws Unreadable {
        String xmlid = null;
        Long id = null;
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column.equals("id")) {
                xmlid = data.path(i).asText();
            } else if (column.equals(".id")) {
                id = data.path(i).asLong();
            } else {
                Field field = model.fieldToWrite(env, column.split("/")[0]);
                values.put(field.name(), value(column, field, data.path(i).asText()));
            }
        }
        return id == null ? byName(xmlid, values) : update(id, values);
    }

    private long byName(String xmlid, Map<String, Object> values) {
        Row known = xmlid == null ? null : Load.external(env, xmlid);
        if (known != null) {
            return update((Long) known.get("res_id"), values);
        }
        long id = model.create(env, values).id();
        if (xmlid != null) {
            Load.name(env, xmlid, model.name(), id);
        }
        return id;
    }

    private long update(long id, Map<String, Object> values) {
        model.write(env, List.of(env.row(model.name(), id)), values);
        return id;
    }

    private Object value(String column, Field field, String text) throws Unreadable {
        if (column.endsWith("/id")) {
            Row named = Load.external(env, text);
            if (named == null) {
                throw new Unreadable(
                        field,
                        "No matching record found for external id '%s' in field '%s'"
                                .formatted(text, field.label()));
            }
            return named.get("res_id");
        }
        return switch (field.type()) {
            case DATETIME -> Times.imported(text, zone());
            case FLOAT, MONETARY -> Double.valueOf(text);
            case INTEGER, MANY2ONE -> Long.valueOf(text);
            case DATE -> Times.date(text);
            case BOOLEAN -> Boolean.valueOf(text);
            default -> text.isEmpty() ? null : text;
        };
    }

    private ZoneId zone() {
        String named = env.context().path("tz").asText();
        if (named.isEmpty()) {
            String own = env.row("res.users", env.uid()).text("tz");
            named = own == null ? "UTC" : own;
        }
        return ZoneId.of(named);
    }
}
