package io.milepost.odoo.embedded.stock;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;
import static io.milepost.odoo.embedded.model.Field.one2many;
import static io.milepost.odoo.embedded.model.Field.selection;

import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Receipts, and the returns that a careless write of a quantity makes. */
public final class Pickings extends Model {
    /** Technical name of the model. */
    public static final String NAME = "stock.picking";

    /** The model. */
    public Pickings() {
        super(NAME, "Transfer", "priority desc, scheduled_date, id desc");
        fields(
                chars("name", "Reference").indexed(),
                selection(
                        "state",
                        "Status",
                        "draft",
                        "waiting",
                        "confirmed",
                        "assigned",
                        "done",
                        "cancel"),
                chars("origin", "Source Document"),
                selection("priority", "Priority", "0", "1"),
                many2one("partner_id", "Contact", "res.partner"),
                many2one("purchase_id", "Purchase Orders", "purchase.order").indexed(),
                many2one("picking_type_id", "Operation Type", "stock.picking.type"),
                chars("picking_type_code", "Type of Operation"),
                many2one("location_id", "Source Location", "stock.location"),
                many2one("location_dest_id", "Destination Location", "stock.location"),
                many2one("group_id", "Procurement Group", "procurement.group"),
                many2one("company_id", "Company", "res.company"),
                many2one("user_id", "Responsible", "res.users"),
                of("scheduled_date", Type.DATETIME, "Scheduled Date"),
                of("date_deadline", Type.DATETIME, "Deadline"),
                of("date_done", Type.DATETIME, "Date of Transfer"),
                of("has_deadline_issue", Type.BOOLEAN, "Is late").computed(Pickings::isLate),
                of("delay_alert_date", Type.DATETIME, "Delay Alert Date"),
                many2one("carrier_id", "Carrier", "delivery.carrier"),
                chars("carrier_tracking_ref", "Tracking Reference"),
                chars("carrier_tracking_url", "Tracking URL"),
                many2one("backorder_id", "Back Order of", NAME).indexed(),
                one2many("backorder_ids", "Back Orders", NAME, "backorder_id"),
                one2many("move_ids", "Stock Moves", Moves.NAME, "picking_id"),
                chars("products_availability", "Product Availability"),
                chars("products_availability_state", "Products Availability State"),
                of("is_locked", Type.BOOLEAN, "Is Locked"));
        method(Method.ofRecords("button_validate", Receiving::validate));
        method(Method.ofRecords("action_cancel", Receiving::cancel));
        method(Method.ofRecords("action_assign", (env, model, arguments) -> Answer.TRUE));
    }

    /** The moves of a picking. */
    public static List<Row> moves(Env env, long picking) {
        return env.by(Moves.NAME, "picking_id", picking);
    }

    /** Makes a picking of an order. */
    public static Row make(Env env, Row order, boolean incoming) {
        long type = incoming ? 1 : 2;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "name", (incoming ? "WH/IN/%05d" : "WH/OUT/%05d").formatted(number(env, incoming)));
        values.put("state", "assigned");
        values.put("origin", order.text("name"));
        values.put("priority", "0");
        values.put("partner_id", order.ref("partner_id"));
        values.put("purchase_id", order.id());
        values.put("picking_type_id", type);
        values.put("picking_type_code", incoming ? "incoming" : "outgoing");
        values.put("location_id", incoming ? 4L : 8L);
        values.put("location_dest_id", incoming ? 8L : 4L);
        values.put("group_id", order.ref("group_id"));
        values.put("company_id", order.ref("company_id"));
        values.put("is_locked", true);
        return env.insert(env.model(NAME), values);
    }

    private static long number(Env env, boolean incoming) {
        return env.transaction().nextId(incoming ? "stock.picking/in" : "stock.picking/out");
    }

    /** Brings dates and state of a picking in line with its moves. */
    public static void refresh(Env env, long picking) {
        List<Row> moves = moves(env, picking);
        List<Row> open = moves.stream().filter(Moves::isOpen).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        open.stream()
                .map(move -> move.time("date"))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .ifPresent(date -> values.put("scheduled_date", date));
        open.stream()
                .map(move -> move.time("date_deadline"))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .ifPresent(deadline -> values.put("date_deadline", deadline));
        if (open.isEmpty() && !moves.isEmpty()) {
            boolean done = moves.stream().anyMatch(move -> "done".equals(move.text("state")));
            values.put("state", done ? "done" : "cancel");
        }
        env.recompute(NAME, picking, values);
    }

    @Override
    protected void written(Env env, Row before, Row after, Set<String> sent) {
        if (sent.contains("scheduled_date")) {
            for (Row move : moves(env, after.id())) {
                if (Moves.isOpen(move)) {
                    Map<String, Object> date = new LinkedHashMap<>();
                    date.put("date", after.time("scheduled_date"));
                    env.update(Moves.NAME, move.id(), date);
                }
            }
        }
    }

    private static Boolean isLate(Env env, Row row) {
        Instant deadline = row.time("date_deadline");
        Instant scheduled = row.time("scheduled_date");
        return deadline != null
                && scheduled != null
                && !"done".equals(row.text("state"))
                && deadline.isBefore(scheduled);
    }
}
