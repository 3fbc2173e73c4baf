package io.milepost.odoo.embedded.base;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Users, each with a partner of its own. */
final class Users extends Model {

    Users(int series) {
        super("res.users", "User", "id");
        fields(
                Field.chars("name", "Name"),
                Field.chars("login", "Login").required().indexed(),
                Field.chars("password", "Password"),
                Field.chars("email", "Email")
                        .computed((env, row) -> partner(env, row).get("email")),
                Field.many2one("partner_id", "Related Partner", "res.partner"),
                Field.many2one("company_id", "Company", "res.company"),
                Field.many2many("company_ids", "Companies", "res.company"),
                Field.chars("tz", "Timezone"),
                Field.chars("lang", "Language"),
                Field.of("active", Field.Type.BOOLEAN, "Active"),
                Field.of("share", Field.Type.BOOLEAN, "Share User"),
                Field.many2many(series < 19 ? "groups_id" : "group_ids", "Groups", "res.groups"));
        method(Method.ofModel("context_get", Users::contextGet));
        method(Method.ofRecords("has_group", Users::hasGroup, "group_ext_id"));
    }

    /** The partner behind a user. */
    static Row partner(Env env, Row user) {
        return env.row("res.partner", user.ref("partner_id"));
    }

    @Override
    public Row create(Env env, Map<String, Object> values) {
        env.models().rights().require(env, this, "create");
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (all.get("partner_id") == null) {
            Map<String, Object> partner = new LinkedHashMap<>();
            partner.put("name", values.getOrDefault("name", values.get("login")));
            partner.put("email", values.get("email"));
            all.put("partner_id", env.model("res.partner").create(env.sudo(), partner).id());
        }
        return super.create(env, all);
    }

    @Override
    public void write(Env env, List<Row> rows, Map<String, Object> values) {
        super.write(env, rows, values);
        if (values.containsKey("email")) {
            Map<String, Object> email = new LinkedHashMap<>();
            email.put("email", values.get("email"));
            rows.forEach(row -> env.update("res.partner", row.ref("partner_id"), email));
        }
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        Long internal = ExternalIds.find(env, "base.group_user");
        defaults.put(Groups.field(env), internal == null ? List.of() : List.of(internal));
        defaults.put("company_id", 1L);
        defaults.put("company_ids", List.of(1L));
        defaults.put("active", true);
        defaults.put("share", false);
        return defaults;
    }

    private static Answer contextGet(Env env, Model model, Arguments arguments) {
        Row user = env.row("res.users", env.uid());
        var context = JsonNodeFactory.instance.objectNode();
        String lang = user.text("lang");
        context.put("lang", lang == null ? "en_US" : lang);
        if (user.text("tz") == null) {
            context.put("tz", false);
        } else {
            context.put("tz", user.text("tz"));
        }
        return Answer.of(context.put("uid", env.uid()));
    }

    private static Answer hasGroup(Env env, Model model, Arguments arguments) {
        long uid = arguments.ids().isEmpty() ? env.uid() : arguments.ids().get(0);
        return Groups.has(env, uid, arguments.text("group_ext_id", ""))
                ? Answer.TRUE
                : Answer.FALSE;
    }

    /** When keys end, as Odoo tells it from 18 on. What a key opens is known elsewhere. */
    static Model ends() {
        return new Model("res.users.apikeys", "API Keys", "id")
                .fields(
                        Field.chars("name", "Description"),
                        Field.many2one("user_id", "User", "res.users"),
                        Field.of("expiration_date", Field.Type.DATETIME, "Expiration Date"));
    }

    /** Keys can be made in a browser only. */
    static Model keys() {
        Model keys = new Model("res.users.apikeys.description", "API Key Description", "id");
        return keys.method(
                Method.ofRecords(
                        "make_key",
                        (env, model, arguments) -> {
                            throw OdooError.user("This method can only be accessed over HTTP");
                        }));
    }
}
