package io.milepost.odoo.embedded.model;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the values that are sent to those that are stored. */
final class Records {

    private Records() {}

    static void requireFields(Env env, Model model, Map<String, Object> values) {
        for (Field field : model.allFields()) {
            if (field.isRequired() && values.get(field.name()) == null) {
                throw OdooError.validation(
                        env.series() < 19 ? old(model, field) : recent(model, field));
            }
        }
    }

    private static String old(Model model, Field field) {
        return """
        The operation cannot be completed:
        - Create/update: a mandatory field is not set.
        - Delete: another model requires the record being deleted. If possible, archive it instead.

        Model: %s (%s)
        Field: %s (%s)
        """
                .formatted(model.title(), model.name(), field.label(), field.name());
    }

    private static String recent(Model model, Field field) {
        return """
        The operation cannot be completed: Missing required value for the field '%s' (%s).
        Model: '%s' (%s)
        - create/update: a mandatory field is not set
        - delete: another model requires the record being deleted, you can archive it instead
        """
                .formatted(field.label(), field.name(), model.title(), model.name());
    }

    /** The values that are kept in the record itself. */
    static Map<String, Object> stored(
            Env env, Model model, Row before, Map<String, Object> values) {
        Map<String, Object> stored = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> {
                    Field field = model.field(name);
                    if (field == null || field.isStored()) {
                        stored.put(name, kept(env, field, before, value));
                    }
                });
        return stored;
    }

    /** Applies the commands for records that refer to this one. */
    static void applyToOwned(Env env, Model model, long owner, Map<String, Object> values) {
        values.forEach(
                (name, value) -> {
                    Field field = model.field(name);
                    if (field != null && field.inverse() != null) {
                        Command.applyToOwned(env, field, owner, commands(value));
                    }
                });
    }

    private static Object kept(Env env, Field field, Row before, Object value) {
        boolean commands =
                field != null
                        && field.type() == Field.Type.MANY2MANY
                        && value instanceof List<?> list
                        && !list.isEmpty()
                        && list.get(0) instanceof Command;
        return commands
                ? Command.apply(env, field, before.ids(field.name()), commands(value))
                : value;
    }

    @SuppressWarnings("unchecked")
    private static List<Command> commands(Object value) {
        return (List<Command>) value;
    }
}
