package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.UnmappableException.require;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooReceipt;
import io.milepost.events.ReceiptKind;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.odoo.client.OdooException;
import io.milepost.schemas.TrustedEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Some stock moves with what their events are made of.
 *
 * @param lines order lines by id
 * @param transfers by id
 * @param moves the moves, by id
 */
record ReceiptMapping(
        Origin origin,
        Names names,
        Map<Long, Row> lines,
        Map<Long, Row> transfers,
        Collection<Row> moves) {

    static final List<String> MOVE =
            List.of(
                    "purchase_line_id",
                    "picking_id",
                    "state",
                    "product_uom_qty",
                    "quantity",
                    "quantity_done",
                    "product_uom",
                    "product_uom_id",
                    "date",
                    "write_date");

    static {
        TrustedEvents.trust();
    }

    /** Reads moves; those that are gone or belong to no order line are left out. */
    static ReceiptMapping read(Origin origin, Records rows, Names names, Collection<Long> ids)
            throws OdooException, InterruptedException {
        names.freshen();
        List<Row> moves =
                rows.by(
                        "stock.move",
                        "id",
                        ids,
                        rows.required("stock.move", MOVE),
                        List.of("purchase_line_id", "!=", false));
        names.loadUnits(OrderData.refs(moves, OrderData::unit));
        return new ReceiptMapping(
                origin,
                names,
                rows.byId(
                        "purchase.order.line",
                        OrderData.refs(moves, move -> move.ref("purchase_line_id")),
                        List.of("order_id")),
                rows.optional(
                        "stock.picking",
                        OrderData.refs(moves, move -> move.ref("picking_id")),
                        List.of("name", "picking_type_code", "carrier_tracking_ref", "write_date")),
                moves);
    }

    Draft receipt(Row move) throws UnmappableException {
        Row line = lines.get(require("purchase_line_id", move.ref("purchase_line_id")));
        Long transferId = move.ref("picking_id");
        Row transfer = transferId == null ? null : transfers.get(transferId);
        MoveState state = state(move);
        Instant date = require("date", move.time("date"));
        Unit unit = names.unit(OrderData.unit(move));
        OdooReceipt event =
                new OdooReceipt(
                        Draft.envelope(origin, date, references(transfer)),
                        0L,
                        move.id(),
                        require("order_id", require("purchase_line_id", line).ref("order_id")),
                        line.id(),
                        transfer == null ? null : transfer.text("name"),
                        direction(transfer),
                        state,
                        Decimals.of("quantity", move.number(quantity(move, state))),
                        (unit == null ? Unit.NONE : unit).code(),
                        state == MoveState.PLANNED ? date : null,
                        ReceiptKind.GOODS);
        Instant written = move.written();
        if (transfer != null && transfer.written().isAfter(written)) {
            written = transfer.written();
        }
        return new Draft(EntityKind.MOVE, move.id(), event, written);
    }

    /** Done is what was counted, and what is to come is what was asked for. */
    private static String quantity(Row move, MoveState state) {
        if (state != MoveState.DONE) {
            return "product_uom_qty";
        }
        // Renamed in 17.
        return move.json().has("quantity") ? "quantity" : "quantity_done";
    }

    private static MoveState state(Row move) {
        String state = move.text("state");
        return switch (state == null ? "" : state) {
            case "draft", "waiting", "confirmed", "partially_available", "assigned" ->
                    MoveState.PLANNED;
            case "done" -> MoveState.DONE;
            case "cancel" -> MoveState.CANCELLED;
            default -> MoveState.UNKNOWN;
        };
    }

    /** What leaves by a delivery goes back to the vendor. */
    private static MoveDirection direction(Row transfer) {
        String code = transfer == null ? null : transfer.text("picking_type_code");
        return "outgoing".equals(code) ? MoveDirection.RETURN : MoveDirection.INBOUND;
    }

    private static List<Reference> references(Row transfer) {
        List<Reference> references = new ArrayList<>();
        if (transfer != null && transfer.text("name") != null) {
            references.add(new Reference(ReferenceType.RECEIPT, transfer.text("name")));
        }
        if (transfer != null && transfer.text("carrier_tracking_ref") != null) {
            references.add(
                    new Reference(
                            ReferenceType.TRACKING_NUMBER, transfer.text("carrier_tracking_ref")));
        }
        return references;
    }
}
