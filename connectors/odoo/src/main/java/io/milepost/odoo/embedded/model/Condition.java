package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One condition of a domain: {@code [path, operator, value]}.
 *
 * @param path the field, over references if there are several
 * @param operator for example {@code <=}
 * @param value what is compared with, in the field's own type; a list for {@code in}
 */
record Condition(List<Field> path, String operator, Object value) implements Domain.Node {

    static Condition parse(Model model, JsonNode item) {
        List<Field> path = new ArrayList<>();
        Models models = model.models();
        Model at = model;
        for (String name : item.path(0).asText().split("\\.")) {
            Field field = at == null ? null : at.field(name);
            if (field == null) {
                throw OdooError.value(
                        "Invalid field %s.%s in leaf %s"
                                .formatted(model.name(), item.path(0).asText(), tuple(item)));
            }
            path.add(field);
            at =
                    field.relation() == null || !models.known(field.relation())
                            ? null
                            : models.get(field.relation());
        }
        String operator = item.path(1).asText();
        Field last = path.get(path.size() - 1);
        Object value = Comparison.operand(last, operator, item.path(2));
        return models.series() >= 19 && last.type() == Field.Type.DATETIME
                ? BySeconds.condition(path, operator, value)
                : new Condition(path, operator, value);
    }

    /** The only field of the path; {@code null} if there are several. */
    Field field() {
        return path.size() == 1 ? path.get(0) : null;
    }

    @Override
    public boolean matches(Env env, Row row) {
        boolean negative = operator.startsWith("not ") || operator.equals("!=");
        String positive = negative ? positive() : operator;
        Field last = path.get(path.size() - 1);
        boolean any = false;
        for (Row at : ends(env, row)) {
            any |= Comparison.holds(env, last, last.value(env, at), positive, value);
        }
        return negative != any;
    }

    private List<Row> ends(Env env, Row row) {
        List<Row> at = List.of(row);
        for (int step = 0; step < path.size() - 1; step++) {
            at = follow(env, path.get(step), at);
        }
        return at;
    }

    private String positive() {
        return operator.equals("!=") ? "=" : operator.substring("not ".length());
    }

    private static List<Row> follow(Env env, Field step, List<Row> rows) {
        List<Row> next = new ArrayList<>();
        for (Row row : rows) {
            Object value = step.value(env, row);
            List<?> ids =
                    value instanceof List<?> list
                            ? list
                            : value == null ? List.of() : List.of(value);
            ids.stream()
                    .map(id -> env.find(step.relation(), (Long) id))
                    .filter(Objects::nonNull)
                    .forEach(next::add);
        }
        return next;
    }

    private static String tuple(JsonNode item) {
        JsonNode value = item.path(2);
        String text = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
        return "('%s', '%s', %s)".formatted(item.path(0).asText(), item.path(1).asText(), text);
    }
}
