package io.milepost.odoo.embedded.action;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.mail.Activities;
import io.milepost.odoo.embedded.mail.Chatter;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands that speak to people. */
final class ChatterKinds {
    private static final String ORDER = "purchase.order";

    private ChatterKinds() {}

    static Outcome note(Asked asked) {
        return post(asked, "mail.mt_note", "notification");
    }

    static Outcome message(Asked asked) {
        return post(asked, "mail.mt_comment", "comment");
    }

    static Outcome review(Asked asked) {
        Row order = asked.order();
        return activity(asked, order, order.ref("user_id"));
    }

    static Outcome assign(Asked asked) {
        Row order = asked.order();
        return activity(
                asked,
                order,
                asked.has("assignee")
                        ? user(asked.env(), asked.text("assignee", ""))
                        : order.ref("user_id"));
    }

    static Outcome complete(Asked asked) {
        String record = asked.recordOf(asked.text("refers_to", ""));
        if (record == null || !record.startsWith(Activities.NAME + ",")) {
            throw OdooError.user(
                    "Command %s made no activity".formatted(asked.text("refers_to", "None")));
        }
        boolean gone = true;
        for (String name : record.split(" ")) {
            Row made = asked.env().find(Activities.NAME, Long.valueOf(name.split(",")[1]));
            if (made != null) {
                Activities.end(asked.env(), made, asked.text("note", null));
                gone = false;
            }
        }
        return gone ? Outcome.duplicate() : Outcome.applied(Map.of());
    }

    /** Asks somebody to look at a record; tells what was made. */
    static String schedule(Asked asked, String model, long id, String note, Long user) {
        Env env = asked.env();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("summary", "Milepost");
        values.put("note", Chatter.paragraph(note));
        values.put("date_deadline", env.today());
        values.put("user_id", user == null ? Long.valueOf(env.uid()) : user);
        return Activities.NAME + "," + Chatter.schedule(env, model, id, values).id();
    }

    private static Outcome post(Asked asked, String subtype, String type) {
        Row order = asked.order();
        String html = Chatter.paragraph(asked.words(order));
        Row message = Chatter.post(asked.env(), ORDER, order.id(), html, subtype, type);
        return Outcome.made("mail.message," + message.id());
    }

    private static Outcome activity(Asked asked, Row order, Long user) {
        return Outcome.made(schedule(asked, ORDER, order.id(), asked.words(order), user));
    }

    private static Long user(Env env, String name) {
        List<Row> byLogin = env.by("res.users", "login", name);
        Row user = byLogin.isEmpty() ? null : byLogin.get(0);
        if (user == null && name.matches("\\d+")) {
            user = env.find("res.users", Long.valueOf(name));
        }
        if (user == null) {
            throw OdooError.user("User %s does not exist".formatted(name));
        }
        return user.id();
    }
}
