package io.milepost.schemas.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** The values of an event by their paths, as text: whatever is lost or changed shows. */
final class Leaves {

    private final Map<String, String> byPath = new TreeMap<>();

    private Leaves() {}

    /** Every value of an event. */
    static Map<String, String> of(IndexedRecord event) {
        Leaves leaves = new Leaves();
        leaves.add("", event);
        return leaves.byPath;
    }

    /** Every value that a readable example states. */
    static Map<String, String> of(JsonNode json) {
        Leaves leaves = new Leaves();
        leaves.add("", json);
        return leaves.byPath;
    }

    private void add(String path, Object value) {
        if (value instanceof IndexedRecord event) {
            for (Schema.Field field : event.getSchema().getFields()) {
                add(path + "/" + field.name(), event.get(field.pos()));
            }
        } else if (value instanceof List<?> list) {
            byPath.put(path + "#", Integer.toString(list.size()));
            for (int i = 0; i < list.size(); i++) {
                add(path + "/" + i, list.get(i));
            }
        } else if (value instanceof ByteBuffer bytes) {
            byte[] content = new byte[bytes.remaining()];
            bytes.duplicate().get(content);
            byPath.put(path, HexFormat.ofDelimiter(" ").formatHex(content));
        } else if (value instanceof BigDecimal decimal) {
            byPath.put(path, plain(decimal));
        } else {
            byPath.put(path, String.valueOf(value));
        }
    }

    private void add(String path, JsonNode json) {
        if (json.isObject()) {
            json.fields().forEachRemaining(field -> add(step(path, field), field.getValue()));
        } else if (json.isArray()) {
            byPath.put(path + "#", Integer.toString(json.size()));
            for (int i = 0; i < json.size(); i++) {
                add(path + "/" + i, json.get(i));
            }
        } else {
            byPath.put(path, json.asText());
        }
    }

    /** An object around one record of a union names the record; that is no step of the path. */
    private static String step(String path, Map.Entry<String, JsonNode> field) {
        boolean namesRecord = Character.isUpperCase(field.getKey().charAt(0));
        return namesRecord ? path : path + "/" + field.getKey();
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
