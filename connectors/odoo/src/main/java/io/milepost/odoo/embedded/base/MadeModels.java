package io.milepost.odoo.embedded.base;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Models and fields as records: those that come with the server, and those made over the wire. */
final class MadeModels {

    private MadeModels() {}

    static Model models() {
        Model models =
                new Model("ir.model", "Models", "model") {
                    @Override
                    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
                        return Map.of("state", "manual");
                    }

                    @Override
                    public Row create(Env env, Map<String, Object> values) {
                        String name = (String) values.get("model");
                        boolean manual = !"base".equals(values.get("state"));
                        if (manual && (name == null || !name.startsWith("x_"))) {
                            throw OdooError.validation("The model name must start with 'x_'.");
                        }
                        env.models().rights().require(env, this, "create");
                        if (manual && !env.models().known(name)) {
                            env.models().add(new Model(name, (String) values.get("name"), "id"));
                        }
                        return super.create(env, values);
                    }
                };
        return models.fields(
                Field.chars("name", "Model Description").required(),
                Field.chars("model", "Model").required().indexed(),
                Field.selection("state", "Type", "manual", "base"),
                Field.one2many("field_id", "Fields", "ir.model.fields", "model_id"),
                Field.one2many("access_ids", "Access", "ir.model.access", "model_id"));
    }

    static Model fields() {
        Model fields =
                new Model("ir.model.fields", "Fields", "name") {
                    @Override
                    protected Row created(Env env, Row row) {
                        Model owner =
                                env.model(env.row("ir.model", row.ref("model_id")).text("model"));
                        env.models().add(owner, made(row));
                        Map<String, Object> model = new LinkedHashMap<>();
                        model.put("model", owner.name());
                        return env.update(name(), row.id(), model);
                    }
                };
        return fields.fields(
                Field.many2one("model_id", "Model", "ir.model").required().indexed(),
                Field.chars("name", "Field Name").required(),
                Field.chars("model", "Model Name"),
                Field.chars("field_description", "Field Label"),
                Field.chars("ttype", "Field Type").required(),
                Field.chars("relation", "Related Model"),
                Field.chars("state", "Type"),
                Field.of("required", Field.Type.BOOLEAN, "Required"),
                Field.of("index", Field.Type.BOOLEAN, "Indexed"),
                Field.of("store", Field.Type.BOOLEAN, "Stored"),
                Field.of("copied", Field.Type.BOOLEAN, "Copied"));
    }

    static Model access() {
        Model access =
                new Model("ir.model.access", "Access", "model_id, group_id, name, id") {
                    @Override
                    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
                        return Map.of("active", true);
                    }
                };
        return access.fields(
                Field.chars("name", "Name").required(),
                Field.many2one("model_id", "Model", "ir.model").required().indexed(),
                Field.many2one("group_id", "Group", "res.groups"),
                Field.of("active", Field.Type.BOOLEAN, "Active"),
                Field.of("perm_read", Field.Type.BOOLEAN, "Read Access"),
                Field.of("perm_write", Field.Type.BOOLEAN, "Write Access"),
                Field.of("perm_create", Field.Type.BOOLEAN, "Create Access"),
                Field.of("perm_unlink", Field.Type.BOOLEAN, "Delete Access"));
    }

    private static Field made(Row row) {
        Field.Type type = Field.Type.valueOf(row.text("ttype").toUpperCase(Locale.ROOT));
        String label = row.text("field_description");
        Field field =
                type == Field.Type.MANY2ONE
                        ? Field.many2one(row.text("name"), label, row.text("relation"))
                        : Field.of(row.text("name"), type, label);
        if (row.flag("index")) {
            field.indexed();
        }
        return row.flag("required") ? field.required() : field;
    }
}
