package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.UpdateAction;
import java.util.List;
import java.util.Map;

/** The row of the ledger by which the bot finds the action, which it may not read. */
final class ActionRowPiece implements Piece {

    private final Records records;
    private final ActionPiece action;

    ActionRowPiece(Records records, ActionPiece action) {
        this.records = records;
        this.action = action;
    }

    @Override
    public String what() {
        return "row of the ledger with the action's id";
    }

    @Override
    public SetupStep.State look() throws OdooException, InterruptedException {
        if (ModelPiece.id(records, UpdateAction.LEDGER).isEmpty()) {
            return SetupStep.State.CREATE;
        }
        JsonNode rows = rows();
        if (rows.isEmpty()) {
            return SetupStep.State.CREATE;
        }
        String found = rows.get(0).path("x_seq").asText();
        return action.id().filter(id -> Long.toString(id).equals(found)).isPresent()
                ? SetupStep.State.PRESENT
                : SetupStep.State.CHANGE;
    }

    @Override
    public void make() throws OdooException, InterruptedException {
        String id = Long.toString(action.id().orElseThrow());
        JsonNode rows = rows();
        if (rows.isEmpty()) {
            records.create(
                    UpdateAction.LEDGER,
                    Map.of("x_name", UpdateAction.ACTION_ROW, "x_seq", id, "x_epoch", 0));
        } else {
            records.write(
                    UpdateAction.LEDGER, rows.get(0).path("id").asLong(), Map.of("x_seq", id));
        }
    }

    private JsonNode rows() throws OdooException, InterruptedException {
        return records.read(
                UpdateAction.LEDGER,
                List.of("x_seq"),
                Records.is("x_name", UpdateAction.ACTION_ROW));
    }
}
