package io.milepost.odoo.embedded.stock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goods come in: all that was expected, or a part of it and a back order for the rest. */
public final class Receiving {

    private Receiving() {}

    /** The question that Odoo asks when a part came in. */
    public static Model wizard() {
        return new Model("stock.backorder.confirmation", "Backorder Confirmation", "id")
                .fields(Field.many2many("pick_ids", "Transfers", Pickings.NAME))
                .method(
                        Method.ofRecords(
                                "process",
                                (env, model, arguments) -> processed(env, arguments, true)))
                .method(
                        Method.ofRecords(
                                "process_cancel_backorder",
                                (env, model, arguments) -> processed(env, arguments, false)));
    }

    private static Answer processed(Env env, Arguments arguments, boolean backorder) {
        for (Row wizard : env.rows("stock.backorder.confirmation", arguments.ids())) {
            wizard.ids("pick_ids").forEach(picking -> receive(env, picking, backorder));
        }
        return Answer.TRUE;
    }

    static Answer validate(Env env, Model model, Arguments arguments) {
        boolean asked = env.context().path("skip_backorder").asBoolean();
        Set<Long> without = new HashSet<>();
        JsonNode named = env.context().path("picking_ids_not_to_backorder");
        named.forEach(id -> without.add(id.asLong()));
        for (Row picking : env.rows(Pickings.NAME, arguments.ids())) {
            if (!asked && isPartial(env, picking.id())) {
                return question(picking.id());
            }
            receive(env, picking.id(), !without.contains(picking.id()));
        }
        return Answer.TRUE;
    }

    static Answer cancel(Env env, Model model, Arguments arguments) {
        for (Row picking : env.rows(Pickings.NAME, arguments.ids())) {
            cancelMoves(env, Pickings.moves(env, picking.id()));
            Pickings.refresh(env, picking.id());
            Received.refreshOrder(env, picking.ref("purchase_id"));
        }
        return Answer.TRUE;
    }

    /** Ends open moves without goods. */
    public static void cancelMoves(Env env, List<Row> moves) {
        for (Row move : moves) {
            if (Moves.isOpen(move)) {
                env.update(Moves.NAME, move.id(), Map.of("state", "cancel", "quantity", 0.0));
            }
        }
    }

    /** Takes in what was counted; the rest waits in a back order or is given up. */
    public static void receive(Env env, long picking, boolean backorder) {
        List<Row> open = open(env, picking);
        boolean picked = open.stream().anyMatch(move -> move.flag("picked"));
        Backorder rest = new Backorder(env, env.row(Pickings.NAME, picking), backorder);
        for (Row move : open) {
            double quantity = picked && !move.flag("picked") ? 0 : move.number("quantity");
            rest.take(move, quantity);
        }
        rest.close();
        Received.refreshOrder(env, env.row(Pickings.NAME, picking).ref("purchase_id"));
    }

    private static List<Row> open(Env env, long picking) {
        return Pickings.moves(env, picking).stream().filter(Moves::isOpen).toList();
    }

    private static boolean isPartial(Env env, long picking) {
        List<Row> open = open(env, picking);
        boolean picked = open.stream().anyMatch(move -> move.flag("picked"));
        return open.stream()
                .anyMatch(
                        move ->
                                picked && !move.flag("picked")
                                        || move.number("quantity")
                                                < move.number("product_uom_qty"));
    }

    private static Answer question(long picking) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.put("name", "Create Backorder?").put("type", "ir.actions.act_window");
        action.put("view_mode", "form").put("res_model", "stock.backorder.confirmation");
        action.putArray("views").addArray().add(898).add("form");
        action.put("view_id", 898).put("target", "new");
        ObjectNode context = action.putObject("context");
        context.putArray("button_validate_picking_ids").add(picking);
        context.put("default_show_transfers", false);
        context.putArray("default_pick_ids").addArray().add(4).add(picking);
        return Answer.of(action);
    }
}
