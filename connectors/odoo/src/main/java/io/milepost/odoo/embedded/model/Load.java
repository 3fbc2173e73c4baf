package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.store.ConflictException;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The import that makes or updates records by external id, all of them or none. Reads moments in
 * the caller's time zone, as the real one does.
 */
final class Load {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Load() {}

    static Answer run(Env env, Model model, Arguments arguments) {
        int savepoint = env.transaction().savepoint();
        List<String> fields = arguments.texts("fields");
        ArrayNode messages = JSON.arrayNode();
        List<Long> ids = new ArrayList<>();
        int record = 0;
        for (JsonNode data : arguments.get("data")) {
            try {
                ids.add(new LoadedRow(env, model, fields, data).apply());
            } catch (LoadedRow.Unreadable e) {
                messages.add(e.message(record));
            } catch (ConflictException e) {
                messages.addObject().put("type", "error").put("message", e.getMessage());
            }
            record++;
        }
        if (!messages.isEmpty()) {
            env.transaction().rollbackTo(savepoint);
        }
        ObjectNode answer = JSON.objectNode();
        answer.set("ids", messages.isEmpty() ? Answer.ids(ids).old() : BooleanNode.FALSE);
        answer.set("messages", messages);
        answer.put("nextrow", 0);
        return Answer.of(answer);
    }

    /** The record behind an external id; {@code null} if there is none. */
    static Row external(Env env, String xmlid) {
        int dot = xmlid.indexOf('.');
        String module = dot < 0 ? "__import__" : xmlid.substring(0, dot);
        List<Row> found =
                env.by("ir.model.data", "complete_name", module + "." + xmlid.substring(dot + 1));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Remembers a record by its external id. */
    static void name(Env env, String xmlid, String model, long id) {
        int dot = xmlid.indexOf('.');
        env.model("ir.model.data")
                .create(
                        env.sudo(),
                        Map.of(
                                "module",
                                dot < 0 ? "__import__" : xmlid.substring(0, dot),
                                "name",
                                xmlid.substring(dot + 1),
                                "model",
                                model,
                                "res_id",
                                id));
    }
}
