package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads values that a caller sends, refusing what Odoo refuses. */
final class FromWire {

    private FromWire() {}

    /** Values of a record by field; an absent one is {@code null}. */
    static Map<String, Object> values(Env env, Model model, JsonNode sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        sent.fields()
                .forEachRemaining(
                        entry -> {
                            Field field = model.fieldToWrite(env, entry.getKey());
                            values.put(field.name(), value(env, model, field, entry.getValue()));
                        });
        return values;
    }

    private static Object value(Env env, Model model, Field field, JsonNode sent) {
        if (field.type().isList()) {
            return Command.parse(env, field, sent);
        }
        if (field.type() == Field.Type.BOOLEAN) {
            return sent.isBoolean() ? sent.asBoolean() : sent.asInt() != 0;
        }
        boolean absent = sent.isNull() || sent.isBoolean() && !sent.asBoolean();
        return absent ? null : present(env, model, field, sent);
    }

    private static Object present(Env env, Model model, Field field, JsonNode sent) {
        return switch (field.type()) {
            case INTEGER -> integer(sent);
            case FLOAT, MONETARY -> decimal(model, field, sent);
            case DATE -> Times.date(sent.asText());
            case DATETIME -> Times.written(sent.asText());
            case MANY2ONE -> reference(env, field, sent);
            case SELECTION -> choice(model, field, sent);
            default -> sent.isValueNode() ? sent.asText() : sent.toString();
        };
    }

    private static Long integer(JsonNode sent) {
        long value = sent.asLong();
        if (value != (int) value) {
            throw new OdooError("psycopg2.errors.NumericValueOutOfRange", "integer out of range\n");
        }
        return value;
    }

    private static Double decimal(Model model, Field field, JsonNode sent) {
        if (sent.isNumber()) {
            return sent.asDouble();
        }
        try {
            return Double.valueOf(sent.asText());
        } catch (NumberFormatException e) {
            throw model.notANumber(field, sent.asText());
        }
    }

    private static Long reference(Env env, Field field, JsonNode sent) {
        long id = sent.isArray() ? sent.path(0).asLong() : sent.asLong();
        return env.models().known(field.relation()) ? env.row(field.relation(), id).id() : id;
    }

    private static String choice(Model model, Field field, JsonNode sent) {
        if (!field.options().isEmpty() && !field.options().contains(sent.asText())) {
            throw OdooError.value(
                    "Wrong value for %s.%s: '%s'"
                            .formatted(model.name(), field.name(), sent.asText()));
        }
        return sent.asText();
    }
}
