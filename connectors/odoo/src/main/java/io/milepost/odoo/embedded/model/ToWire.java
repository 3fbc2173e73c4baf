package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milepost.odoo.embedded.store.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Tells values as Odoo does: {@code false} for nothing, references with their names. */
final class ToWire {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ToWire() {}

    /** Records with these fields, the id first. */
    static ArrayNode rows(
            Env env, Model model, List<Row> rows, Collection<Field> fields, boolean named) {
        ArrayNode told = JSON.arrayNode();
        for (Row row : rows) {
            ObjectNode record = told.addObject();
            record.put("id", row.id());
            for (Field field : fields) {
                record.set(field.name(), value(env, field, field.value(env, row), named));
            }
        }
        return told;
    }

    private static JsonNode value(Env env, Field field, Object value, boolean named) {
        return switch (field.type()) {
            case INTEGER -> LongNode.valueOf(value == null ? 0L : ((Number) value).longValue());
            case FLOAT, MONETARY ->
                    DoubleNode.valueOf(value == null ? 0 : ((Number) value).doubleValue());
            case ONE2MANY, MANY2MANY -> ids((List<?>) value);
            case MANY2ONE ->
                    value == null ? BooleanNode.FALSE : reference(env, field, value, named);
            default -> value == null ? BooleanNode.FALSE : plain(value);
        };
    }

    private static JsonNode plain(Object value) {
        if (value instanceof Instant moment) {
            return TextNode.valueOf(Times.seconds(moment));
        }
        return value instanceof Boolean flag
                ? BooleanNode.valueOf(flag)
                : TextNode.valueOf(value.toString());
    }

    private static JsonNode ids(List<?> value) {
        ArrayNode ids = JSON.arrayNode();
        if (value != null) {
            value.forEach(id -> ids.add((Long) id));
        }
        return ids;
    }

    private static JsonNode reference(Env env, Field field, Object value, boolean named) {
        if (!named) {
            return LongNode.valueOf((Long) value);
        }
        return JSON.arrayNode()
                .add((Long) value)
                .add(env.sudo().displayName(field.relation(), (Long) value));
    }
}
