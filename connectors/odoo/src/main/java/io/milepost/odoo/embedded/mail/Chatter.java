package io.milepost.odoo.embedded.mail;

import static io.milepost.odoo.embedded.model.Field.many2many;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.base.ExternalIds;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chatter and activities of a model's records. */
public final class Chatter {

    private Chatter() {}

    /** Gives a model's records chatter and activities. */
    public static Model addTo(Model model) {
        model.fields(
                many2many("message_ids", "Messages", Messages.NAME)
                        .computed((env, row) -> ids(of(env, Messages.NAME, "model", model, row))),
                many2many("activity_ids", "Activities", Activities.NAME)
                        .computed(
                                (env, row) ->
                                        ids(of(env, Activities.NAME, "res_model", model, row))));
        return model.method(
                        Method.ofRecords(
                                "message_post",
                                Chatter::messagePost,
                                "body?",
                                "subject?",
                                "message_type?",
                                "subtype_xmlid?",
                                "subtype_id?",
                                "body_is_html?",
                                "partner_ids?",
                                "author_id?",
                                "email_from?"))
                .method(
                        Method.ofRecords(
                                "activity_schedule",
                                Chatter::activitySchedule,
                                "act_type_xmlid?",
                                "date_deadline?",
                                "summary?",
                                "note?",
                                "user_id?"));
    }

    /** Posts into a record's chatter as the caller; needs an address of the caller. */
    public static Row post(
            Env env, String model, long id, String html, String subtype, String type) {
        Row author = env.row("res.partner", env.row("res.users", env.uid()).ref("partner_id"));
        if (author.text("email") == null) {
            throw OdooError.user(
                    "Unable to send message, please configure the sender's email address.");
        }
        env.row(model, id);
        Long subtypeId = ExternalIds.find(env, subtype);
        return Messages.add(env, model, id, html, type, author, subtypeId == null ? 2 : subtypeId);
    }

    /** Asks somebody to do something about a record. */
    public static Row schedule(Env env, String model, long id, Map<String, Object> values) {
        env.row(model, id);
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("res_model_id", env.by("ir.model", "model", model).get(0).id());
        all.put("res_id", id);
        all.putIfAbsent("activity_type_id", ExternalIds.find(env, "mail.mail_activity_data_todo"));
        return env.model(Activities.NAME).create(env, all);
    }

    /** A plain text as a paragraph of HTML. */
    public static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>";
    }

    /** A plain text within HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Answer messagePost(Env env, Model model, Arguments arguments) {
        JsonNode html = arguments.get("body_is_html");
        String body = arguments.text("body", "");
        Row message = null;
        for (long id : arguments.ids()) {
            message =
                    post(
                            env,
                            model.name(),
                            id,
                            html.asBoolean() ? body : paragraph(body),
                            arguments.text("subtype_xmlid", "mail.mt_note"),
                            arguments.text("message_type", "notification"));
        }
        return message == null ? Answer.FALSE : Answer.one(message.id());
    }

    private static Answer activitySchedule(Env env, Model model, Arguments arguments) {
        Map<String, Object> values = new LinkedHashMap<>();
        Long type = ExternalIds.find(env, arguments.text("act_type_xmlid", ""));
        values.put("activity_type_id", type == null ? Long.valueOf(4) : type);
        String day = arguments.text("date_deadline", null);
        LocalDate due = day == null ? env.today() : Times.date(day);
        values.put("date_deadline", due);
        values.put("summary", arguments.text("summary", null));
        values.put("note", arguments.text("note", null));
        values.put("automated", true);
        long user = arguments.get("user_id").asLong(env.uid());
        values.put("user_id", env.row("res.users", user).id());
        long last = 0;
        for (long id : arguments.ids()) {
            last = schedule(env, model.name(), id, values).id();
        }
        return Answer.repr(Activities.NAME, last);
    }

    private static List<Row> of(Env env, String table, String by, Model model, Row row) {
        return env.by(table, "res_id", row.id()).stream()
                .filter(item -> model.name().equals(item.text(by)))
                .toList();
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream()
                .map(Row::id)
                .sorted((left, right) -> Long.compare(right, left))
                .toList();
    }
}
