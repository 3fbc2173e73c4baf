package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a command ended.
 *
 * @param state applied, duplicate, conflict or rejected
 * @param found the value that was in the way; {@code null} for none
 * @param error why it was rejected; {@code null} for none
 * @param record what was made; {@code null} for none
 * @param written what now stands where, by target
 */
record Outcome(
        String state, String found, String error, String record, Map<String, String> written) {

    static Outcome applied(Map<String, String> written) {
        return new Outcome("applied", null, null, null, written);
    }

    static Outcome made(String record) {
        return new Outcome("applied", null, null, record, Map.of());
    }

    static Outcome duplicate() {
        return new Outcome("duplicate", null, null, null, Map.of());
    }

    static Outcome conflict(String found) {
        return new Outcome("conflict", found, null, null, Map.of());
    }

    static Outcome rejected(String error) {
        String line = String.join(" ", error.strip().split("\\s+"));
        String cut = line.length() > 500 ? line.substring(0, 500) : line;
        return new Outcome("rejected", null, cut, null, Map.of());
    }

    Outcome with(String name, Map<String, String> targets) {
        return new Outcome(state, found, error, name, targets);
    }

    /** As it was remembered. */
    static Outcome of(Map<String, Object> row) {
        return new Outcome(
                (String) row.get("x_outcome"),
                (String) row.get("x_found"),
                (String) row.get("x_error"),
                (String) row.get("x_record"),
                Map.of());
    }

    /** Whether it ended for good; a refused one may be sent again. */
    boolean isFinal() {
        return state.equals("applied") || state.equals("duplicate") || isConflict();
    }

    boolean isConflict() {
        return state.equals("conflict");
    }

    /** As it is remembered. */
    Map<String, Object> row(String kind, String shard, String seq) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("x_kind", kind);
        row.put("x_shard", shard);
        row.put("x_seq", seq);
        row.put("x_outcome", state);
        row.put("x_found", found);
        row.put("x_error", error);
        row.put("x_record", record);
        return row;
    }

    /** As the action tells it. */
    ObjectNode told(String seq) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("seq", seq).put("s", state);
        put(told, "found", found);
        put(told, "error", error);
        put(told, "record", record);
        return told;
    }

    private static void put(ObjectNode told, String name, String value) {
        if (value != null && !value.isEmpty()) {
            told.put(name, value);
        }
    }
}
