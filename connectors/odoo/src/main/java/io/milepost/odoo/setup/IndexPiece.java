package io.milepost.odoo.setup;

import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.UpdateAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The unique indexes of the ledger and of the effects: two tasks that use a name for the first time
 * at once cannot both succeed. Odoo makes no unique index over its API; an action that is removed
 * again does.
 */
final class IndexPiece implements Piece {

    private static final List<String> TABLES = List.of(UpdateAction.LEDGER, ModelPiece.EFFECTS);
    private final Records records;

    IndexPiece(Records records) {
        this.records = records;
    }

    @Override
    public String what() {
        return "unique indexes on x_name of " + TABLES;
    }

    /** They are made before the ledger's row for the action. */
    @Override
    public SetupStep.State look() throws OdooException, InterruptedException {
        return ModelPiece.id(records, UpdateAction.LEDGER).isPresent()
                        && records.find(
                                        UpdateAction.LEDGER,
                                        Records.is("x_name", UpdateAction.ACTION_ROW))
                                .isPresent()
                ? SetupStep.State.PRESENT
                : SetupStep.State.CREATE;
    }

    @Override
    public boolean isMadeAgain() {
        return true;
    }

    @Override
    public void make() throws OdooException, InterruptedException {
        StringBuilder code = new StringBuilder();
        for (String table : TABLES) {
            code.append(
                    "env.cr.execute('create unique index if not exists %s_name on %s (x_name)')\n"
                            .formatted(table, table));
        }
        once(ModelPiece.id(records, UpdateAction.LEDGER).orElseThrow(), code.toString());
    }

    private void once(long model, String code) throws OdooException, InterruptedException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Milepost set-up");
        values.put("model_id", model);
        values.put("state", "code");
        values.put("code", code);
        long action = records.create("ir.actions.server", values);
        try {
            records.run(action);
        } finally {
            records.delete("ir.actions.server", action);
        }
    }
}
