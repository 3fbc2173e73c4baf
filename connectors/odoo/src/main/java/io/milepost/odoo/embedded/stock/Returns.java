package io.milepost.odoo.embedded.stock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Models;
import io.milepost.odoo.embedded.store.Row;
import java.util.Map;

/** Goods go back to the vendor: the wizard that makes a picking the other way round. */
public final class Returns {
    private static final String WIZARD = "stock.return.picking";
    private static final String LINE = "stock.return.picking.line";

    private Returns() {}

    /** Adds the wizard's models. */
    public static void addTo(Models models) {
        models.add(
                new Model(WIZARD, "Return Picking", "id")
                        .fields(
                                Field.many2one("picking_id", "Picking", Pickings.NAME).required(),
                                Field.one2many("product_return_moves", "Moves", LINE, "wizard_id"))
                        .method(Method.ofRecords("action_create_returns", Returns::create)));
        models.add(
                new Model(LINE, "Return Picking Line", "id")
                        .fields(
                                Field.many2one("wizard_id", "Wizard", WIZARD).indexed(),
                                Field.many2one("move_id", "Move", Moves.NAME).required(),
                                Field.many2one("product_id", "Product", "product.product"),
                                Field.of("quantity", Type.FLOAT, "Quantity"),
                                Field.of("to_refund", Type.BOOLEAN, "Update quantities on SO/PO")));
    }

    private static Answer create(Env env, Model model, Arguments arguments) {
        Row wizard = env.row(WIZARD, arguments.ids().get(0));
        Row received = env.row(Pickings.NAME, wizard.ref("picking_id"));
        Row order = env.row("purchase.order", received.ref("purchase_id"));
        Row picking = Pickings.make(env, order, false);
        for (Row item : env.by(LINE, "wizard_id", wizard.id())) {
            Row move = env.row(Moves.NAME, item.ref("move_id"));
            Row line = env.row("purchase.order.line", move.ref("purchase_line_id"));
            Row made = Moves.make(env, picking, line, item.number("quantity"));
            env.update(Moves.NAME, made.id(), Map.of("to_refund", item.flag("to_refund")));
        }
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.put("name", "Returned Picking").put("type", "ir.actions.act_window");
        action.put("view_mode", "form").put("res_model", Pickings.NAME);
        return Answer.of(action.put("res_id", picking.id()));
    }
}
