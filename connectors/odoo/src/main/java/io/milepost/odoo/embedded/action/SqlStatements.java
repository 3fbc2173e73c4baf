package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code that only runs statements of SQL which cannot be had in another way over the wire: makes
 * unique indexes, deletes rows by the beginning of a text.
 */
public final class SqlStatements implements Program {
    private static final Pattern CREATE =
            Pattern.compile(
                    "create unique index (?:if not exists )?(\\w+) on (\\w+) ?\\((\\w+)\\)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DELETE =
            Pattern.compile(
                    "delete from (\\w+) where (\\w+) like '([^'%]*)%+'", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean knows(String code) {
        return code.startsWith("env.cr.execute(")
                && (CREATE.matcher(code).find() || DELETE.matcher(code).find());
    }

    @Override
    public JsonNode run(String code, Env env) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        delete(code, env);
        Matcher each = CREATE.matcher(code);
        while (each.find()) {
            Model model = env.model(each.group(2));
            tell(answer, "CREATE UNIQUE INDEX %s_pkey ON public.%s USING btree (id)", model, "");
            for (Field field : model.allFields()) {
                if (field.isIndexed() && field.name().startsWith("x_")) {
                    String text =
                            "CREATE INDEX %s__"
                                    + field.name()
                                    + "_index ON public.%s USING btree (%s)";
                    tell(answer, text, model, field.name());
                }
            }
            env.models().unique(model, each.group(3));
            String text =
                    "CREATE UNIQUE INDEX " + each.group(1) + " ON public.%2$s USING btree (%3$s)";
            tell(answer, text, model, each.group(3));
        }
        return answer;
    }

    private static void tell(ObjectNode answer, String text, Model model, String field) {
        answer.withArray("idx").addArray().add(text.formatted(model.name(), model.name(), field));
    }

    private static void delete(String code, Env env) {
        Matcher each = DELETE.matcher(code);
        while (each.find()) {
            for (Row row : env.transaction().scan(each.group(1)).all()) {
                Object value = row.get(each.group(2));
                if (value != null && value.toString().startsWith(each.group(3))) {
                    env.transaction().remove(each.group(1), row.id());
                }
            }
        }
    }
}
