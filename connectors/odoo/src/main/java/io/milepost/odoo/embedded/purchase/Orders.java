package io.milepost.odoo.embedded.purchase;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2many;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;
import static io.milepost.odoo.embedded.model.Field.one2many;
import static io.milepost.odoo.embedded.model.Field.selection;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.mail.Chatter;
import io.milepost.odoo.embedded.mail.Messages;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Search;
import io.milepost.odoo.embedded.stock.Pickings;
import io.milepost.odoo.embedded.store.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Purchase orders. A locked one is a state before 19 and a flag from then on. */
public final class Orders extends Model {
    /** Technical name of the model. */
    public static final String NAME = "purchase.order";

    /** The model as a release has it. */
    public Orders(int series) {
        super(NAME, "Purchase Order", "priority desc, id desc");
        fields(
                chars("name", "Order Reference").required().indexed(),
                many2one("partner_id", "Vendor", "res.partner").required().indexed(),
                chars("partner_ref", "Vendor Reference").indexed(),
                chars("origin", "Source").indexed(),
                selection("priority", "Priority", "0", "1"),
                series < 19
                        ? selection(
                                "state",
                                "Status",
                                "draft",
                                "sent",
                                "to approve",
                                "purchase",
                                "done",
                                "cancel")
                        : selection(
                                "state",
                                "Status",
                                "draft",
                                "sent",
                                "to approve",
                                "purchase",
                                "cancel"),
                of("date_order", Type.DATETIME, "Order Deadline"),
                of("date_approve", Type.DATETIME, "Confirmation Date"),
                of("date_planned", Type.DATETIME, "Expected Arrival"),
                of("date_calendar_start", Type.DATETIME, "Date Calendar Start")
                        .computed(Orders::start),
                of("effective_date", Type.DATETIME, "Arrival"),
                selection("receipt_status", "Receipt Status", "pending", "partial", "full"),
                selection("invoice_status", "Billing Status", "no", "to invoice", "invoiced"),
                of("invoice_count", Type.INTEGER, "Bill Count"),
                many2many("invoice_ids", "Bills", "account.move"),
                many2many("picking_ids", "Receptions", Pickings.NAME).computed(Orders::pickings),
                of("incoming_picking_count", Type.INTEGER, "Incoming Shipment count")
                        .computed((env, row) -> (long) pickings(env, row).size()),
                of("is_shipped", Type.BOOLEAN, "Is Shipped")
                        .computed((env, row) -> "full".equals(row.text("receipt_status"))),
                one2many("order_line", "Order Lines", OrderLines.NAME, "order_id"),
                of("amount_untaxed", Type.MONETARY, "Untaxed Amount"),
                of("amount_tax", Type.MONETARY, "Taxes"),
                of("amount_total", Type.MONETARY, "Total"),
                of("notes", Type.HTML, "Terms and Conditions"),
                many2one("currency_id", "Currency", "res.currency"),
                many2one("company_id", "Company", "res.company"),
                many2one("user_id", "Buyer", "res.users"),
                many2one("picking_type_id", "Deliver To", "stock.picking.type"),
                many2one("incoterm_id", "Incoterm", "account.incoterms"),
                many2one("group_id", "Procurement Group", "procurement.group"),
                of("mail_reminder_confirmed", Type.BOOLEAN, "Reminder Confirmed"));
        fields(acknowledgement(series));
        Chatter.addTo(this);
        method(Method.ofRecords("button_confirm", OrderFlow::confirm));
        method(Method.ofRecords("button_approve", OrderFlow::confirm));
        method(Method.ofRecords("button_cancel", OrderFlow::cancel));
        method(Method.ofRecords("button_draft", OrderFlow::draft));
        method(Method.ofRecords(series < 19 ? "button_done" : "button_lock", OrderFlow::lock));
        method(Method.ofRecords("button_unlock", OrderFlow::unlock));
    }

    private static Field[] acknowledgement(int series) {
        return series < 19
                ? new Field[] {of("mail_reception_confirmed", Type.BOOLEAN, "Reception Confirmed")}
                : new Field[] {
                    of("acknowledged", Type.BOOLEAN, "Acknowledged"),
                    of("locked", Type.BOOLEAN, "Locked"),
                    of("is_late", Type.BOOLEAN, "Is Late").computed(Orders::isLate)
                };
    }

    /** Whether an order was agreed on: goods are to come or came. */
    static boolean isConfirmed(Row order) {
        return Set.of("purchase", "done").contains(order.text("state"));
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        if (values.get("name") == null) {
            defaults.put(
                    "name", "P%05d".formatted(env.transaction().nextId("purchase.order/name")));
        }
        defaults.put("state", "draft");
        defaults.put("priority", "0");
        defaults.put("invoice_status", "no");
        defaults.put("invoice_count", 0L);
        defaults.put("invoice_ids", List.of());
        defaults.put("date_order", env.now());
        defaults.put("currency_id", 1L);
        defaults.put("company_id", 1L);
        defaults.put("picking_type_id", 1L);
        defaults.put("user_id", env.uid());
        return defaults;
    }

    @Override
    protected Row created(Env env, Row row) {
        Messages.note(env, NAME, row.id(), "<p>Purchase Order created</p>");
        return Totals.refresh(env, row.id());
    }

    @Override
    protected void removing(Env env, Row row) {
        if (!"cancel".equals(row.text("state"))) {
            throw OdooError.user("In order to delete a purchase order, you must cancel it first.");
        }
        for (Row line : env.by(OrderLines.NAME, "order_id", row.id())) {
            env.transaction().remove(OrderLines.NAME, line.id());
        }
    }

    @Override
    protected Map<String, Object> copied(Env env, Row row, Map<String, Object> changes) {
        throw new UnsupportedOperationException("the double does not copy orders");
    }

    @Override
    public String displayName(Env env, Row row) {
        String reference = row.text("partner_ref");
        return reference == null
                ? row.text("name")
                : "%s (%s)".formatted(row.text("name"), reference);
    }

    private static Object start(Env env, Row row) {
        Instant approved = row.time("date_approve");
        return approved == null ? row.time("date_order") : approved;
    }

    private static List<Long> pickings(Env env, Row row) {
        return Search.ordered(env, Pickings.NAME, env.by(Pickings.NAME, "purchase_id", row.id()))
                .stream()
                .map(Row::id)
                .toList();
    }

    private static Boolean isLate(Env env, Row row) {
        Instant planned = row.time("date_planned");
        return isConfirmed(row)
                && planned != null
                && planned.isBefore(env.now())
                && !"full".equals(row.text("receipt_status"));
    }
}
