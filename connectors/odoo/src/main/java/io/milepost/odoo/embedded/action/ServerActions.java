package io.milepost.odoo.embedded.action;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2many;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.base.Groups;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.UniqueViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Server actions: code that is kept in the database and run by its id. */
public final class ServerActions extends Model {
    private final List<Program> programs;

    /**
     * @param series the major release
     * @param programs what code can be run
     */
    public ServerActions(int series, List<Program> programs) {
        super("ir.actions.server", "Server Action", "sequence, name, id");
        this.programs = List.copyOf(programs);
        fields(
                chars("name", "Action Name").required().indexed(),
                of("sequence", Type.INTEGER, "Sequence"),
                many2one("model_id", "Model", "ir.model").required(),
                chars("model_name", "Model Name"),
                chars("state", "Type"),
                chars("usage", "Usage"),
                chars("webhook_url", "Webhook URL"),
                many2many("webhook_field_ids", "Webhook Fields", "ir.model.fields"),
                of("code", Type.TEXT, "Python Code").guarded(),
                many2many(series < 19 ? "groups_id" : "group_ids", "Allowed Groups", "res.groups"));
        method(Method.ofRecords("run", this::run));
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("state", "code");
        defaults.put("sequence", 5L);
        defaults.put("usage", "ir_actions_server");
        return defaults;
    }

    private Answer run(Env env, Model model, Arguments arguments) {
        JsonNode result = null;
        for (Row action : env.rows(name(), arguments.ids())) {
            requireGroup(env, action);
            result = run(env, action.text("code") == null ? "" : action.text("code"));
        }
        return result == null ? Answer.FALSE : Answer.of(result);
    }

    private JsonNode run(Env env, String code) {
        Program program =
                programs.stream()
                        .filter(known -> known.knows(code))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        evaluating(
                                                "NotImplementedError('the double knows no such"
                                                        + " code')",
                                                code));
        try {
            return program.run(code, env);
        } catch (UniqueViolationException e) {
            throw evaluating(
                    "UniqueViolation('%s')".formatted(e.getMessage().replace("\n", "\\n")), code);
        }
    }

    private static void requireGroup(Env env, Row action) {
        List<Long> groups = action.ids(Groups.field(env));
        if (!groups.isEmpty() && groups.stream().noneMatch(Groups.of(env, env.uid())::contains)) {
            throw OdooError.access("You don't have enough access rights to run this action.");
        }
    }

    /** How an error of the code itself is told: with the code. */
    public static OdooError evaluating(String error, String code) {
        boolean single = code.contains("\"") && !code.contains("'");
        String quoted =
                code.contains("'") && !code.contains("\"")
                        ? "\"" + escaped(code) + "\""
                        : "'" + (single ? escaped(code) : escaped(code).replace("'", "\\'")) + "'";
        return OdooError.value("%s while evaluating\n%s".formatted(error, quoted));
    }

    private static String escaped(String code) {
        return code.strip().replace("\\", "\\\\").replace("\n", "\\n");
    }
}
