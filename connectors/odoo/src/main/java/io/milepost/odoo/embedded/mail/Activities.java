package io.milepost.odoo.embedded.mail;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;

import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things that somebody is asked to do about a record; done ones are gone. */
public final class Activities extends Model {
    /** Technical name of the model. */
    public static final String NAME = "mail.activity";

    /** The model. */
    public Activities() {
        super(NAME, "Activity", "date_deadline, id");
        fields(
                many2one("res_model_id", "Document Model", "ir.model").required(),
                chars("res_model", "Related Document Model"),
                of("res_id", Type.INTEGER, "Related Document ID").indexed(),
                chars("res_name", "Document Name"),
                many2one("activity_type_id", "Activity Type", "mail.activity.type"),
                chars("summary", "Summary"),
                of("note", Type.HTML, "Note"),
                of("date_deadline", Type.DATE, "Due Date"),
                of("automated", Type.BOOLEAN, "Automated activity"),
                many2one("user_id", "Assigned to", "res.users"));
        method(Method.ofRecords("action_feedback", Activities::done, "feedback?"));
        method(Method.ofRecords("action_done", Activities::done));
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("date_deadline", env.today());
        defaults.put("user_id", env.uid());
        return defaults;
    }

    @Override
    protected Row created(Env env, Row row) {
        String model = env.row("ir.model", row.ref("res_model_id")).text("model");
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("res_model", model);
        long id = (long) row.number("res_id");
        more.put("res_name", env.displayName(model, id));
        return env.update(NAME, row.id(), more);
    }

    /** Ends activities with words in the chatter. */
    public static Row end(Env env, Row activity, String feedback) {
        String words =
                "<p>%s done%s</p>"
                        .formatted(
                                activity.text("summary"),
                                feedback == null ? "" : ": " + Chatter.escaped(feedback));
        Row message =
                Messages.note(
                        env, activity.text("res_model"), (long) activity.number("res_id"), words);
        env.transaction().remove(NAME, activity.id());
        return message;
    }

    private static Answer done(Env env, Model model, Arguments arguments) {
        List<Row> activities = env.rows(NAME, arguments.ids());
        Answer answer = Answer.FALSE;
        for (Row activity : activities) {
            long message = end(env, activity, arguments.text("feedback", null)).id();
            answer = answer.equals(Answer.FALSE) ? Answer.of(message) : answer;
        }
        return answer;
    }
}
