package io.milepost.odoo.embedded.mail;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages in the chatter of records. */
public final class Messages {
    /** Technical name of the model. */
    public static final String NAME = "mail.message";

    /** Marks what the server itself wrote; no field of the model. */
    public static final String BY_SERVER = "by server";

    private Messages() {}

    /** The model. */
    public static Model model() {
        return new Model(NAME, "Message", "id desc")
                .fields(
                        chars("model", "Related Document Model"),
                        of("res_id", Type.INTEGER, "Related Document ID").indexed(),
                        chars("record_name", "Message Record Name"),
                        chars("subject", "Subject"),
                        of("body", Type.HTML, "Contents"),
                        of("date", Type.DATETIME, "Date"),
                        chars("message_type", "Type"),
                        chars("email_from", "From"),
                        many2one("subtype_id", "Subtype", "mail.message.subtype"),
                        many2one("author_id", "Author", "res.partner"),
                        Field.many2many("partner_ids", "Recipients", "res.partner"));
    }

    /** Leaves a note that the server itself writes. */
    public static Row note(Env env, String model, long id, String html) {
        Row author = env.row("res.partner", env.row("res.users", env.uid()).ref("partner_id"));
        Row note = add(env, model, id, html, "notification", author, 2);
        return env.update(NAME, note.id(), Map.of(BY_SERVER, true));
    }

    static Row add(
            Env env, String model, long id, String html, String type, Row author, long subtype) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", model);
        values.put("res_id", id);
        values.put("body", html);
        values.put("date", env.now());
        values.put("message_type", type);
        values.put("author_id", author.id());
        values.put("email_from", author.text("email"));
        values.put("subtype_id", subtype);
        values.put("record_name", env.displayName(model, id));
        return env.insert(env.model(NAME), values);
    }
}
