package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The group whose members may run the action; it brings the rights that the features need. */
final class GroupPiece implements Piece {

    static final String NAME = "Milepost";
    private static final String MODEL = "res.groups";
    private static final String IMPLIED = "implied_ids";

    private final Records records;
    private final Set<Feature> features;

    GroupPiece(Records records, Set<Feature> features) {
        this.records = records;
        this.features = features;
    }

    @Override
    public String what() {
        return "group " + NAME + " with the rights of " + needed();
    }

    @Override
    public SetupStep.State look() throws OdooException, InterruptedException {
        Optional<JsonNode> group = row();
        if (group.isEmpty()) {
            return SetupStep.State.CREATE;
        }
        List<Long> implied = new ArrayList<>();
        group.get().path(IMPLIED).forEach(id -> implied.add(id.asLong()));
        return implied.containsAll(neededIds()) ? SetupStep.State.PRESENT : SetupStep.State.CHANGE;
    }

    @Override
    public void make() throws OdooException, InterruptedException {
        List<Object> links = new ArrayList<>();
        for (long id : neededIds()) {
            links.add(List.of(4, id));
        }
        Optional<Long> id = id();
        if (id.isEmpty()) {
            records.create(MODEL, Map.of("name", NAME, IMPLIED, links));
        } else {
            records.write(MODEL, id.get(), Map.of(IMPLIED, links));
        }
    }

    /** The group; empty if it was not made yet. */
    Optional<Long> id() throws OdooException, InterruptedException {
        return row().map(row -> row.path("id").asLong());
    }

    private Optional<JsonNode> row() throws OdooException, InterruptedException {
        JsonNode rows = records.read(MODEL, List.of(IMPLIED), Records.is("name", NAME));
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    private List<String> needed() {
        return features.stream().flatMap(feature -> feature.groups().stream()).toList();
    }

    private List<Long> neededIds() throws OdooException, InterruptedException {
        List<Long> ids = new ArrayList<>();
        for (String name : needed()) {
            ids.add(
                    records.external(name)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "Group " + name + " is missing in Odoo")));
        }
        return ids;
    }
}
