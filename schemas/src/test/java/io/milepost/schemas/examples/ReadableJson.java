package io.milepost.schemas.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.schemas.TrustedEvents;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads events from JSON as people write it: decimals as text, times in ISO-8601, bytes in
 * hexadecimal, a union of records as an object with the record's name. What the schema does not
 * have is refused, and what is missing must have a default.
 */
final class ReadableJson {

    private static final GenericData AVRO = SpecificData.get();

    static {
        TrustedEvents.trust();
    }

    private ReadableJson() {}

    /**
     * The event that a JSON object shows.
     *
     * @param where name of the file, for messages
     * @param schema schema of a generated class
     * @throws IllegalArgumentException if it is no such event; the message says where and why
     */
    static SpecificRecord read(String where, Schema schema, JsonNode json) {
        return record(where, schema, json);
    }

    private static SpecificRecord record(String where, Schema schema, JsonNode json) {
        require(json.isObject(), where, schema.getName() + " as an object", json);
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(
                    schema.getField(name) != null,
                    where + "." + name,
                    "a field of " + schema.getName(),
                    json.get(name));
        }
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(classOf(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            String place = where + "." + field.name();
            JsonNode value = json.get(field.name());
            if (value == null) {
                require(field.hasDefaultValue(), place, "a value, as there is no default", null);
                record.put(field.pos(), defaultOf(field));
            } else {
                record.put(field.pos(), value(place, field.schema(), value));
            }
        }
        return record;
    }

    private static Object value(String where, Schema schema, JsonNode json) {
        if (schema.getLogicalType() != null) {
            require(json.isTextual(), where, schema.getLogicalType().getName() + " as text", json);
            return ReadableText.parse(where, schema, json.textValue());
        }
        return switch (schema.getType()) {
            case RECORD -> record(where, schema, json);
            case ARRAY -> array(where, schema, json);
            case UNION -> union(where, schema, json);
            case ENUM -> constant(where, schema, json);
            case STRING -> {
                require(json.isTextual(), where, "text", json);
                yield json.textValue();
            }
            case BOOLEAN -> {
                require(json.isBoolean(), where, "true or false", json);
                yield json.booleanValue();
            }
            case INT -> {
                require(json.canConvertToInt() && json.isIntegralNumber(), where, "an int", json);
                yield json.intValue();
            }
            case LONG -> {
                require(json.canConvertToLong() && json.isIntegralNumber(), where, "a long", json);
                yield json.longValue();
            }
            case BYTES -> {
                require(json.isTextual(), where, "bytes in hexadecimal", json);
                yield ByteBuffer.wrap(HexFormat.ofDelimiter(" ").parseHex(json.textValue()));
            }
            default -> throw new IllegalArgumentException(where + ": no such type: " + schema);
        };
    }

    private static List<Object> array(String where, Schema schema, JsonNode json) {
        require(json.isArray(), where, "a list", json);
        List<Object> elements = new ArrayList<>();
        for (JsonNode element : json) {
            elements.add(
                    value(where + "[" + elements.size() + "]", schema.getElementType(), element));
        }
        return elements;
    }

    private static Object union(String where, Schema schema, JsonNode json) {
        List<Schema> branches =
                schema.getTypes().stream().filter(s -> s.getType() != Schema.Type.NULL).toList();
        if (json.isNull()) {
            require(branches.size() < schema.getTypes().size(), where, "a value", json);
            return null;
        }
        if (branches.size() == 1) {
            return value(where, branches.get(0), json);
        }
        List<String> names = branches.stream().map(Schema::getName).toList();
        require(json.isObject() && json.size() == 1, where, "one of " + names, json);
        Map.Entry<String, JsonNode> chosen = json.fields().next();
        require(names.contains(chosen.getKey()), where, "one of " + names, json);
        return record(
                where + "." + chosen.getKey(),
                branches.get(names.indexOf(chosen.getKey())),
                chosen.getValue());
    }

    private static Object constant(String where, Schema schema, JsonNode json) {
        require(
                json.isTextual() && schema.getEnumSymbols().contains(json.textValue()),
                where,
                "one of " + schema.getEnumSymbols(),
                json);
        return AVRO.createEnum(json.textValue(), schema);
    }

    private static Object defaultOf(Schema.Field field) {
        Object fallback = AVRO.getDefaultValue(field);
        Schema schema = field.schema();
        return schema.getLogicalType() != null && fallback instanceof ByteBuffer bytes
                ? ReadableText.decimal(schema, bytes)
                : AVRO.deepCopy(schema, fallback);
    }

    private static Class<?> classOf(Schema schema) {
        return SpecificData.get().getClass(schema);
    }

    private static void require(boolean holds, String where, String expected, JsonNode found) {
        if (!holds) {
            throw new IllegalArgumentException(
                    where
                            + ": expected "
                            + expected
                            + " but found "
                            + (found == null ? "nothing" : found));
        }
    }
}
