package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;

/** One command, with the records that it names and the comparison that it asks for. */
final class Asked {
    private static final double SAME = 0.0000005;

    private final Env env;
    private final JsonNode command;
    private final Batch batch;

    Asked(Env env, JsonNode command, Batch batch) {
        this.env = env;
        this.command = command;
        this.batch = batch;
    }

    Env env() {
        return env;
    }

    JsonNode get(String name) {
        return command.path(name);
    }

    boolean has(String name) {
        return command.hasNonNull(name);
    }

    String text(String name, String otherwise) {
        return has(name) ? command.get(name).asText() : otherwise;
    }

    /** What the command sets. */
    String value() {
        return text("value", "");
    }

    /** The order, whatever its state. */
    Row order() {
        Row order = env.find("purchase.order", command.path("order_id").asLong());
        if (order == null) {
            throw OdooError.user("Order %s does not exist".formatted(text("order_id", "None")));
        }
        return order;
    }

    /** The order, refused if it is cancelled. */
    Row openOrder() {
        Row order = order();
        if ("cancel".equals(order.text("state"))) {
            throw OdooError.user("Order %s is cancelled".formatted(order.text("name")));
        }
        return order;
    }

    /** The order, refused if its lines are not to be changed any more. */
    Row changeableOrder() {
        Row order = openOrder();
        if ("done".equals(order.text("state")) || order.flag("locked")) {
            throw OdooError.user("Order %s is locked".formatted(order.text("name")));
        }
        return order;
    }

    /** The line of an order. */
    Row line(Row order) {
        return line(order, command.path("line_id").asLong(), text("line_id", "None"));
    }

    /** A line of an order by its id. */
    Row line(Row order, long id, String shown) {
        Row line = env.find("purchase.order.line", id);
        if (line == null || line.ref("order_id") != order.id()) {
            throw OdooError.user("Line %s of order %d does not exist".formatted(shown, order.id()));
        }
        return line;
    }

    /** The note, with the product in front if it is about a line. */
    String words(Row order) {
        String note = text("note", value());
        if (!has("line_id")) {
            return note;
        }
        Long product = line(order).ref("product_id");
        String name = product == null ? "" : env.displayName("product.product", product);
        return name + ": " + note;
    }

    /** The last value that was written to a target; {@code null} if none is known. */
    String lastWritten(String target) {
        return batch.lastWritten(target);
    }

    /** What another command made. */
    String recordOf(String id) {
        return batch.recordOf(id);
    }

    /**
     * How it ends if nothing may be written: it is so already, or a person changed it; {@code null}
     * if it may be written.
     */
    Outcome settled(String target, String current, boolean number) {
        if (same(current, value(), number)) {
            return Outcome.duplicate().with(null, Map.of(target, current));
        }
        boolean free =
                !has("expect")
                        || same(current, text("expect", ""), number)
                        || same(current, batch.lastWritten(target), number);
        return free ? null : Outcome.conflict(current);
    }

    static boolean same(String one, String other, boolean number) {
        if (number && one != null && other != null && !one.isEmpty() && !other.isEmpty()) {
            return Math.abs(Double.parseDouble(one) - Double.parseDouble(other)) < SAME;
        }
        return one == null ? other == null : one.equals(other);
    }

    static String amount(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    static String stamp(Instant moment) {
        return moment == null ? "" : Times.seconds(moment);
    }
}
