package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The methods that every model has. */
final class GenericMethods {

    private GenericMethods() {}

    static void addTo(Model model) {
        model.method(Method.ofRecords("read", GenericMethods::read, "fields?", "load?"))
                .method(Method.ofRecords("write", GenericMethods::write, "vals"))
                .method(Method.ofRecords("unlink", GenericMethods::unlink))
                .method(Method.ofRecords("get_external_id", GenericMethods::externalIds))
                .method(Method.ofRecords("exists", GenericMethods::exists))
                .method(Method.ofRecords("copy", GenericMethods::copy, "default?"))
                .method(Method.ofModel("create", GenericMethods::create, "vals_list"))
                .method(
                        Method.ofModel(
                                "search",
                                GenericMethods::search,
                                "domain",
                                "offset?",
                                "limit?",
                                "order?"))
                .method(Method.ofModel("search_count", GenericMethods::count, "domain", "limit?"))
                .method(
                        Method.ofModel(
                                "search_read",
                                GenericMethods::searchRead,
                                "domain?",
                                "fields?",
                                "offset?",
                                "limit?",
                                "order?",
                                "load?"))
                .method(
                        Method.ofModel(
                                "fields_get",
                                (env, of, arguments) -> FieldsGet.tell(of, arguments),
                                "allfields?",
                                "attributes?"))
                .method(
                        Method.ofModel(
                                "check_access_rights",
                                GenericMethods::checkAccess,
                                "operation",
                                "raise_exception?"))
                .method(Method.ofRecords("has_access", GenericMethods::hasAccess, "operation"))
                .method(Method.ofModel("load", Load::run, "fields", "data"));
    }

    private static Answer read(Env env, Model model, Arguments arguments) {
        env.models().rights().require(env, model, "read");
        List<Field> fields = fields(env, model, arguments);
        List<Row> rows =
                arguments.ids().stream()
                        .map(id -> env.find(model.name(), id))
                        .filter(Objects::nonNull)
                        .toList();
        return Answer.of(ToWire.rows(env, model, rows, fields, named(arguments)));
    }

    private static Answer searchRead(Env env, Model model, Arguments arguments) {
        List<Field> fields = fields(env, model, arguments);
        List<Row> rows = page(env, model, arguments);
        return Answer.of(ToWire.rows(env, model, rows, fields, named(arguments)));
    }

    private static Answer search(Env env, Model model, Arguments arguments) {
        return Answer.ids(page(env, model, arguments).stream().map(Row::id).toList());
    }

    private static Answer count(Env env, Model model, Arguments arguments) {
        return Answer.of(page(env, model, arguments).size());
    }

    private static Answer create(Env env, Model model, Arguments arguments) {
        JsonNode sent = arguments.get("vals_list");
        if (!sent.isArray()) {
            return Answer.one(model.create(env, FromWire.values(env, model, sent)).id());
        }
        List<Long> ids = new ArrayList<>();
        for (JsonNode values : sent) {
            ids.add(model.create(env, FromWire.values(env, model, values)).id());
        }
        return Answer.ids(ids);
    }

    private static Answer write(Env env, Model model, Arguments arguments) {
        Map<String, Object> values = FromWire.values(env, model, arguments.get("vals"));
        model.write(env, env.rows(model.name(), arguments.ids()), values);
        return Answer.TRUE;
    }

    private static Answer unlink(Env env, Model model, Arguments arguments) {
        model.unlink(env, env.rows(model.name(), arguments.ids()));
        return Answer.TRUE;
    }

    private static Answer externalIds(Env env, Model model, Arguments arguments) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (long id : arguments.ids()) {
            String name =
                    env.transaction().scan("ir.model.data").all().stream()
                            .filter(row -> model.name().equals(row.text("model")))
                            .filter(row -> Long.valueOf(id).equals(row.get("res_id")))
                            .map(row -> row.text("complete_name"))
                            .findFirst()
                            .orElse("");
            told.put(Long.toString(id), name);
        }
        return Answer.of(told);
    }

    private static Answer exists(Env env, Model model, Arguments arguments) {
        return Answer.ids(
                arguments.ids().stream().filter(id -> env.find(model.name(), id) != null).toList());
    }

    private static Answer copy(Env env, Model model, Arguments arguments) {
        Map<String, Object> changes = FromWire.values(env, model, arguments.get("default"));
        List<Long> ids = new ArrayList<>();
        for (Row row : env.rows(model.name(), arguments.ids())) {
            ids.add(model.create(env, model.copied(env, row, changes)).id());
        }
        return Answer.ids(ids);
    }

    private static Answer checkAccess(Env env, Model model, Arguments arguments) {
        String operation = arguments.text("operation", "read");
        if (arguments.get("raise_exception").asBoolean(true)) {
            env.models().rights().require(env, model, operation);
        }
        return hasAccess(env, model, arguments);
    }

    private static Answer hasAccess(Env env, Model model, Arguments arguments) {
        String operation = arguments.text("operation", "read");
        return env.models().rights().allows(env, model, operation) ? Answer.TRUE : Answer.FALSE;
    }

    private static List<Row> page(Env env, Model model, Arguments arguments) {
        return Search.page(
                env,
                model,
                arguments.get("domain"),
                arguments.number("offset", 0),
                arguments.number("limit", 0),
                arguments.text("order", null));
    }

    private static List<Field> fields(Env env, Model model, Arguments arguments) {
        boolean all = env.models().rights().allows(env, model, "write");
        List<String> names = arguments.texts("fields");
        return names == null || names.isEmpty()
                ? model.allFields().stream()
                        .filter(field -> !field.name().equals("id"))
                        .filter(field -> all || !field.isGuarded())
                        .toList()
                : names.stream()
                        .filter(name -> !name.equals("id"))
                        .distinct()
                        .map(model::fieldToRead)
                        .peek(field -> requireOpen(model, field, all))
                        .toList();
    }

    private static void requireOpen(Model model, Field field, boolean all) {
        if (!all && field.isGuarded()) {
            throw OdooError.access(
                    "You do not have enough rights to access the fields \"%s\" on %s (%s). Please contact your system administrator.\n\nOperation: read"
                            .formatted(field.name(), model.title(), model.name()));
        }
    }

    private static boolean named(Arguments arguments) {
        JsonNode load = arguments.named().get("load");
        return load == null || load.asText().equals("_classic_read");
    }

    /** What {@code fields_get} tells. */
    private static final class FieldsGet {
        static Answer tell(Model model, Arguments arguments) {
            List<String> names = arguments.texts("allfields");
            List<String> attributes = arguments.texts("attributes");
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            for (Field field : model.allFields()) {
                if (names == null || names.isEmpty() || names.contains(field.name())) {
                    ObjectNode all = describe(field);
                    if (attributes != null && !attributes.isEmpty()) {
                        all.retain(attributes);
                    }
                    told.set(field.name(), all);
                }
            }
            return Answer.of(told);
        }

        private static ObjectNode describe(Field field) {
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            told.put("name", field.name());
            told.put("type", field.type().word());
            told.put("string", field.label());
            told.put("required", field.isRequired());
            told.put("store", field.isStored());
            told.put("readonly", !field.isStored() && field.inverse() == null);
            if (field.relation() != null) {
                told.put("relation", field.relation());
            }
            return told;
        }
    }
}
