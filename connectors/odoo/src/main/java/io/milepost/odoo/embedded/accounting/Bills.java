package io.milepost.odoo.embedded.accounting;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;
import static io.milepost.odoo.embedded.model.Field.one2many;
import static io.milepost.odoo.embedded.model.Field.selection;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.mail.Chatter;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vendor bills and credit notes; two of the same reference are let through, as in the real one. */
public final class Bills extends Model {
    /** Technical name of the model. */
    public static final String NAME = "account.move";

    /** The model. */
    public Bills() {
        super(NAME, "Journal Entry", "date desc, name desc, invoice_date desc, id desc");
        fields(
                chars("name", "Number").indexed(),
                chars("ref", "Reference").indexed(),
                selection(
                        "move_type",
                        "Type",
                        "entry",
                        "in_invoice",
                        "in_refund",
                        "out_invoice",
                        "out_refund"),
                selection("state", "Status", "draft", "posted", "cancel"),
                selection(
                        "payment_state",
                        "Payment Status",
                        "not_paid",
                        "in_payment",
                        "paid",
                        "partial",
                        "reversed"),
                chars("status_in_payment", "Status In Payment").computed(Bills::status),
                of("invoice_date", Type.DATE, "Invoice/Bill Date"),
                of("invoice_date_due", Type.DATE, "Due Date"),
                of("date", Type.DATE, "Date"),
                chars("invoice_origin", "Origin"),
                many2one("partner_id", "Partner", "res.partner").indexed(),
                many2one("company_id", "Company", "res.company"),
                many2one("currency_id", "Currency", "res.currency"),
                many2one("journal_id", "Journal", "account.journal"),
                many2one("purchase_id", "Purchase Order", "purchase.order")
                        .computed((env, row) -> null),
                of("purchase_order_count", Type.INTEGER, "Purchase Order Count")
                        .computed((env, row) -> (long) Billed.orders(env, row.id()).size()),
                many2one("reversed_entry_id", "Reversal of", NAME),
                of("amount_untaxed", Type.MONETARY, "Untaxed Amount"),
                of("amount_tax", Type.MONETARY, "Tax"),
                of("amount_total", Type.MONETARY, "Total"),
                of("amount_residual", Type.MONETARY, "Amount Due"),
                one2many("invoice_line_ids", "Invoice lines", BillLines.NAME, "move_id"),
                one2many("line_ids", "Journal Items", BillLines.NAME, "move_id"));
        Chatter.addTo(this);
        method(Method.ofRecords("action_post", BillFlow::post));
        method(Method.ofRecords("button_draft", BillFlow::draft));
        method(Method.ofRecords("button_cancel", BillFlow::cancel));
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        Object day = values.get("invoice_date");
        defaults.put("move_type", "entry");
        defaults.put("state", "draft");
        defaults.put("payment_state", "not_paid");
        defaults.put("date", day == null ? env.today() : day);
        defaults.put("invoice_date_due", day == null ? env.today() : day);
        defaults.put("company_id", 1L);
        defaults.put("currency_id", 1L);
        defaults.put("journal_id", 2L);
        return defaults;
    }

    @Override
    protected Row created(Env env, Row row) {
        return Billed.refresh(env, row.id());
    }

    @Override
    protected void written(Env env, Row before, Row after, Set<String> sent) {
        if (sent.contains("invoice_date") && after.get("invoice_date") != null) {
            Map<String, Object> dates = new LinkedHashMap<>();
            dates.put("date", after.get("invoice_date"));
            dates.put("invoice_date_due", after.get("invoice_date"));
            env.recompute(NAME, after.id(), dates);
        }
        Billed.refresh(env, after.id());
    }

    @Override
    protected void removing(Env env, Row row) {
        if ("posted".equals(row.text("state"))) {
            throw OdooError.user("You cannot delete a posted journal item.");
        }
        List<Long> orders = Billed.orders(env, row.id());
        for (Row line : env.by(BillLines.NAME, "move_id", row.id())) {
            env.transaction().remove(BillLines.NAME, line.id());
            Billed.refreshLine(env, line.ref("purchase_line_id"));
        }
        orders.forEach(order -> Billed.forget(env, order, row.id()));
    }

    @Override
    public String displayName(Env env, Row row) {
        String name = row.text("name");
        String shown = name == null ? "Draft Bill (* %d)".formatted(row.id()) : name;
        return row.text("ref") == null ? shown : "%s (%s)".formatted(shown, row.text("ref"));
    }

    /** The first number that is free: year, month and a counter. */
    static String number(Env env, Row bill) {
        String kind = "in_refund".equals(bill.text("move_type")) ? "RBILL" : "BILL";
        String month = Times.seconds(env.now()).substring(0, 7).replace('-', '/');
        return "%s/%s/%04d"
                .formatted(kind, month, env.transaction().nextId("account.move/" + kind));
    }

    private static Object status(Env env, Row row) {
        return "posted".equals(row.text("state")) ? row.text("payment_state") : row.text("state");
    }
}
