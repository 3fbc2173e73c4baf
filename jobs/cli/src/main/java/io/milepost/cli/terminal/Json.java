package io.milepost.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object with its fields in the order in which they were added. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * Adds a field.
     *
     * @param value text, number, truth value, {@code null}, or a list or map of such
     */
    public Json with(String name, Object value) {
        fields.put(name, value instanceof Json object ? object.fields : value);
        return this;
    }

    /** The fields, for lists of objects. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** On many lines, indented, for people. */
    public String indented() {
        return written(MAPPER.writerWithDefaultPrettyPrinter());
    }

    /** On one line. */
    @Override
    public String toString() {
        return written(MAPPER.writer());
    }

    private String written(ObjectWriter writer) {
        try {
            return writer.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + fields.keySet(), e);
        }
    }
}
