package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.ActionCode;
import io.milepost.odoo.updates.UpdateAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server action that applies commands. */
final class ActionPiece implements Piece {

    private static final String MODEL = "ir.actions.server";

    private final Records records;
    private final GroupPiece group;

    ActionPiece(Records records, GroupPiece group) {
        this.records = records;
        this.group = group;
    }

    @Override
    public String what() {
        return "server action %s, version %d, code %.12s, for group %s"
                .formatted(ActionCode.NAME, ActionCode.VERSION, ActionCode.hash(), GroupPiece.NAME);
    }

    @Override
    public SetupStep.State look() throws OdooException, InterruptedException {
        Optional<JsonNode> action = row();
        if (action.isEmpty()) {
            return SetupStep.State.CREATE;
        }
        JsonNode groups = action.get().path(groups());
        boolean same =
                action.get().path("code").asText().strip().equals(ActionCode.text().strip())
                        && groups.size() == 1
                        && group.id().filter(id -> id == groups.get(0).asLong()).isPresent();
        return same ? SetupStep.State.PRESENT : SetupStep.State.CHANGE;
    }

    @Override
    public void make() throws OdooException, InterruptedException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", ActionCode.NAME);
        values.put("model_id", model().orElseThrow());
        values.put("state", "code");
        values.put("code", ActionCode.text());
        values.put(groups(), List.of(List.of(6, 0, List.of(group.id().orElseThrow()))));
        Optional<Long> id = id();
        if (id.isPresent()) {
            records.write(MODEL, id.get(), values);
        } else {
            records.create(MODEL, values);
        }
    }

    /** The action; empty if it was not made yet. */
    Optional<Long> id() throws OdooException, InterruptedException {
        return row().map(row -> row.path("id").asLong());
    }

    private Optional<JsonNode> row() throws OdooException, InterruptedException {
        Optional<Long> model = model();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        JsonNode rows =
                records.read(
                        MODEL,
                        List.of("code", groups()),
                        Records.is("name", ActionCode.NAME),
                        Records.is("model_id", model.get()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    private Optional<Long> model() throws OdooException, InterruptedException {
        return ModelPiece.id(records, UpdateAction.LEDGER);
    }

    private String groups() throws OdooException, InterruptedException {
        return records.field(MODEL, "groups_id", "group_ids");
    }
}
