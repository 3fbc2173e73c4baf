package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.UpdateAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model of our own, made as a person would make it in Odoo's settings. */
final class ModelPiece implements Piece {

    static final String EFFECTS = "x_milepost_effect";

    private final Records records;
    private final String model;
    private final String title;
    private final Map<String, String> fields;

    private ModelPiece(Records records, String model, String title, Map<String, String> fields) {
        this.records = records;
        this.model = model;
        this.title = title;
        this.fields = fields;
    }

    /** One row for each shard. */
    static ModelPiece ledger(Records records) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("x_name", "char");
        fields.put("x_seq", "char");
        fields.put("x_epoch", "integer");
        return new ModelPiece(records, UpdateAction.LEDGER, "Milepost ledger", fields);
    }

    /** One row for each command, and for each target the last value that was written. */
    static ModelPiece effects(Records records) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "x_name",
                        "x_kind",
                        "x_shard",
                        "x_seq",
                        "x_outcome",
                        "x_found",
                        "x_error",
                        "x_record",
                        "x_value")) {
            fields.put(name, "char");
        }
        return new ModelPiece(records, EFFECTS, "Milepost effect", fields);
    }

    @Override
    public String what() {
        return "model " + model + " with " + fields.keySet();
    }

    @Override
    public SetupStep.State look() throws OdooException, InterruptedException {
        if (id(records, model).isEmpty()) {
            return SetupStep.State.CREATE;
        }
        return missing().isEmpty() ? SetupStep.State.PRESENT : SetupStep.State.CHANGE;
    }

    @Override
    public void make() throws OdooException, InterruptedException {
        Optional<Long> id = id(records, model);
        if (id.isPresent()) {
            for (String name : missing()) {
                Map<String, Object> field = field(name);
                field.put("model_id", id.get());
                records.create("ir.model.fields", field);
            }
            return;
        }
        List<Object> lines = new ArrayList<>();
        fields.keySet().forEach(name -> lines.add(List.of(0, 0, field(name))));
        records.create("ir.model", Map.of("name", title, "model", model, "field_id", lines));
    }

    private Map<String, Object> field(String name) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", name);
        field.put("field_description", name.substring(2));
        field.put("ttype", fields.get(name));
        return field;
    }

    private List<String> missing() throws OdooException, InterruptedException {
        List<String> missing = new ArrayList<>(fields.keySet());
        JsonNode found =
                records.read("ir.model.fields", List.of("name"), Records.is("model", model));
        found.forEach(field -> missing.remove(field.path("name").asText()));
        return missing;
    }

    /** The model's own record; empty if it was not made yet. */
    static Optional<Long> id(Records records, String model)
            throws OdooException, InterruptedException {
        return records.find("ir.model", Records.is("model", model));
    }
}
