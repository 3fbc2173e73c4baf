package io.milepost.odoo.embedded.base;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.UniqueViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records by the names that modules and imports give them. */
public final class ExternalIds extends Model {

    ExternalIds() {
        super("ir.model.data", "Model Data", "module, model, name");
        fields(
                Field.chars("module", "Module").required(),
                Field.chars("name", "External Identifier").required(),
                Field.chars("complete_name", "Complete ID").indexed(),
                Field.chars("model", "Model Name").required(),
                Field.of("res_id", Field.Type.INTEGER, "Record ID"),
                Field.of("noupdate", Field.Type.BOOLEAN, "Non Updatable"));
        unique("complete_name");
    }

    /** The id of a record by {@code module.name}; {@code null} if there is none. */
    public static Long find(Env env, String xmlid) {
        List<Row> found = env.by("ir.model.data", "complete_name", xmlid);
        return found.isEmpty() ? null : (Long) found.get(0).get("res_id");
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("complete_name", values.get("module") + "." + values.get("name"));
        defaults.put("noupdate", false);
        return defaults;
    }

    @Override
    protected RuntimeException uniqueViolation(Row row, UniqueViolationException violation) {
        UniqueViolationException both =
                new UniqueViolationException(
                        "ir_model_data_module_name_uniq_index",
                        "module, name",
                        row.text("module") + ", " + row.text("name"));
        return OdooError.validation("The operation cannot be completed: " + both.getMessage());
    }
}
