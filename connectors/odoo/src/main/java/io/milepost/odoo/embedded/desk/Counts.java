package io.milepost.odoo.embedded.desk;

import io.milepost.odoo.embedded.mail.Messages;
import io.milepost.odoo.embedded.rpc.RpcLog;
import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.Store;
import io.milepost.odoo.embedded.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a test counts: effects in the database and calls on the wire. Sees committed data only. */
public final class Counts {
    private final Store store;
    private final RpcLog log;

    /** Counts in a database. */
    public Counts(Store store, RpcLog log) {
        this.store = store;
        this.log = log;
    }

    /** Messages in a record's chatter that a user or Milepost wrote, not the server itself. */
    public long messages(String model, long id) {
        return rows("mail.message", "res_id", id).stream()
                .filter(message -> model.equals(message.text("model")))
                .filter(message -> !message.flag(Messages.BY_SERVER))
                .count();
    }

    /** Messages anywhere with these words in them. */
    public long messagesSaying(String words) {
        return count(
                "mail.message",
                row -> row.text("body") != null && row.text("body").contains(words));
    }

    /** Activities of a record that are still to be done. */
    public long activities(String model, long id) {
        return rows("mail.activity", "res_id", id).stream()
                .filter(activity -> model.equals(activity.text("res_model")))
                .count();
    }

    /** Bills of a vendor under a number, cancelled ones left out. */
    public long bills(long vendor, String number) {
        return rows("account.move", "ref", number).stream()
                .filter(bill -> Long.valueOf(vendor).equals(bill.ref("partner_id")))
                .filter(bill -> !"cancel".equals(bill.text("state")))
                .count();
    }

    /** Lines of an order. */
    public long lines(long order) {
        return rows("purchase.order.line", "order_id", order).size();
    }

    /**
     * Returns to the supplier that an order has: the damage of a quantity that is written alone.
     */
    public long returns(long order) {
        return rows("stock.picking", "purchase_id", order).stream()
                .filter(picking -> "outgoing".equals(picking.text("picking_type_code")))
                .count();
    }

    /** Records of a model. */
    public long records(String model) {
        return count(model, row -> true);
    }

    /** Calls on both wires, not those from desks. */
    public long rpcs() {
        return log.total();
    }

    /** Calls by model, method and operation of the server action. */
    public Map<String, Long> rpcsByName() {
        return log.byName();
    }

    private long count(String model, Predicate<Row> which) {
        try (Transaction transaction = store.begin()) {
            return transaction.scan(model).all().stream().filter(which).count();
        }
    }

    private List<Row> rows(String model, String field, Object value) {
        try (Transaction transaction = store.begin()) {
            return transaction.scan(model).with(field, Set.of(value));
        }
    }
}
