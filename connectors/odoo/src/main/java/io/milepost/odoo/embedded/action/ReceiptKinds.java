package io.milepost.odoo.embedded.action;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.stock.Moves;
import io.milepost.odoo.embedded.stock.Pickings;
import io.milepost.odoo.embedded.store.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Commands about receipts that are still to come. */
final class ReceiptKinds {

    private ReceiptKinds() {}

    static Outcome tracking(Asked asked) {
        Row receipt = receipt(asked);
        String target = "stock.picking,%d,carrier_tracking_ref".formatted(receipt.id());
        String current = receipt.text("carrier_tracking_ref");
        Outcome settled = asked.settled(target, current == null ? "" : current, false);
        if (settled != null) {
            return settled;
        }
        write(asked, receipt, Map.of("carrier_tracking_ref", asked.value()));
        return Outcome.applied(Map.of(target, asked.value()));
    }

    static Outcome date(Asked asked) {
        return asked.has("receipt_id") ? receiptDate(asked) : moveDate(asked);
    }

    private static Outcome receiptDate(Asked asked) {
        Row receipt = receipt(asked);
        if ("done".equals(receipt.text("state"))) {
            throw OdooError.user("Receipt %s is done".formatted(receipt.text("name")));
        }
        String target = "stock.picking,%d,scheduled_date".formatted(receipt.id());
        Outcome settled = asked.settled(target, Asked.stamp(receipt.time("scheduled_date")), false);
        if (settled == null) {
            write(asked, receipt, Map.of("scheduled_date", Times.written(asked.value())));
            settled = Outcome.applied(Map.of(target, asked.value()));
        }
        return settled;
    }

    private static Outcome moveDate(Asked asked) {
        List<Row> moves = openMoves(asked);
        String target =
                asked.has("line_id")
                        ? "purchase.order.line,%s,move_date".formatted(asked.text("line_id", ""))
                        : "purchase.order,%s,move_date".formatted(asked.text("order_id", ""));
        String current =
                moves.stream()
                        .map(move -> Asked.stamp(move.time("date")))
                        .min(Comparator.naturalOrder())
                        .orElse("");
        Outcome settled = asked.settled(target, current, false);
        if (settled == null) {
            Env env = asked.env();
            env.model(Moves.NAME).write(env, moves, Map.of("date", Times.written(asked.value())));
            settled = Outcome.applied(Map.of(target, asked.value()));
        }
        return settled;
    }

    private static Row receipt(Asked asked) {
        Env env = asked.env();
        if (!asked.has("receipt_id")) {
            return openMoves(asked).stream()
                    .map(move -> env.row(Pickings.NAME, move.ref("picking_id")))
                    .min(
                            Comparator.comparing((Row picking) -> picking.time("scheduled_date"))
                                    .thenComparing(Row::id))
                    .orElseThrow();
        }
        Row receipt = env.find(Pickings.NAME, asked.get("receipt_id").asLong());
        if (receipt == null || "cancel".equals(receipt.text("state"))) {
            throw OdooError.user(
                    "Receipt %s %s"
                            .formatted(
                                    asked.text("receipt_id", ""),
                                    receipt == null ? "does not exist" : "is cancelled"));
        }
        return receipt;
    }

    private static List<Row> openMoves(Asked asked) {
        Row order = asked.openOrder();
        List<Row> lines =
                asked.has("line_id")
                        ? List.of(asked.line(order))
                        : asked.env().by("purchase.order.line", "order_id", order.id());
        List<Row> moves =
                lines.stream()
                        .flatMap(line -> Moves.expected(asked.env(), line.id()).stream())
                        .toList();
        if (moves.isEmpty()) {
            throw OdooError.user(
                    "Order %s has no open receipt for it".formatted(order.text("name")));
        }
        return moves;
    }

    private static void write(Asked asked, Row receipt, Map<String, Object> values) {
        asked.env().model(Pickings.NAME).write(asked.env(), List.of(receipt), values);
    }
}
