package io.milepost.local.odoo;

import io.milepost.events.BillState;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.PaymentState;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.TimedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns what a story says that Odoo tells into what people do in Odoo, so that Odoo tells it:
 * orders that are written, confirmed and changed, goods that come in and go back, bills.
 *
 * <p>Some of it is different in Odoo: a change of warehouse is the whole order's, a posting by
 * mistake is corrected by a return, and planned receipts are there by themselves.
 */
final class Script {

    /** Goods that are written down later than this were written down late. */
    private static final Duration LATE = Duration.ofHours(12);

    private final Map<String, List<OdooOrderLine>> orders = new LinkedHashMap<>();
    private final Map<String, OdooOrderLine> known = new HashMap<>();
    private final List<Act> acts = new ArrayList<>();

    private Script() {}

    /** What people do, in the order of its time. */
    static List<Act> of(List<TimedEvent> story) {
        Script script = new Script();
        for (TimedEvent event : story) {
            if (event.value() instanceof OdooOrderLine line
                    && script.known.putIfAbsent(event.key(), line) == null) {
                script.orders
                        .computeIfAbsent(line.getOrderName(), name -> new ArrayList<>())
                        .add(line);
            }
        }
        script.known.clear();
        for (TimedEvent event : story) {
            script.add(event);
        }
        script.acts.sort(Comparator.comparingLong(Act::atMicros));
        return List.copyOf(script.acts);
    }

    private void add(TimedEvent event) {
        long at = event.atMicros();
        if (event.value() instanceof OdooOrderLine line) {
            OdooOrderLine before = known.put(event.key(), line);
            if (before == null) {
                write(at, line);
            }
            if (isConfirmed(line) && (before == null || !isConfirmed(before))) {
                confirm(at, line);
            } else if (before != null) {
                change(at, event.key(), before, line);
            }
        } else if (event.value() instanceof OdooReceipt receipt) {
            move(at, event.key(), receipt);
        } else if (event.value() instanceof OdooBill bill) {
            bill(at, event.key(), bill);
        }
    }

    /** The order is written when its first line is. */
    private void write(long at, OdooOrderLine line) {
        List<OdooOrderLine> lines = orders.get(line.getOrderName());
        if (lines.get(0).getLineId() == line.getLineId()) {
            List<Deed.NewLine> made = lines.stream().map(Script::made).toList();
            does(
                    at,
                    new Deed.WriteOrder(
                            line.getOrderName(),
                            line.getVendor(),
                            line.getWarehouse(),
                            line.getIncoterm(),
                            line.getCurrency(),
                            made));
        }
    }

    private static Deed.NewLine made(OdooOrderLine line) {
        return new Deed.NewLine(
                FeedKeys.line(
                        line.getEnvelope().getInstance(),
                        line.getEnvelope().getCompany(),
                        line.getOrderId(),
                        line.getLineId()),
                line.getVendorItem(),
                line.getOwnItem(),
                line.getGtin(),
                line.getCategory(),
                line.getUnit(),
                line.getQuantity(),
                line.getUnitPrice(),
                line.getPlannedAt());
    }

    /** And confirmed when its first line is. */
    private void confirm(long at, OdooOrderLine line) {
        List<OdooOrderLine> lines = orders.get(line.getOrderName());
        if (lines.get(0).getLineId() == line.getLineId()) {
            does(at, new Deed.Confirm(line.getOrderName()));
        }
    }

    private void change(long at, String key, OdooOrderLine before, OdooOrderLine after) {
        if (after.getCancelled() || after.getOrderState() == OrderState.CANCELLED) {
            boolean alone = orders.get(after.getOrderName()).size() == 1;
            boolean whole = alone && after.getOrderState() == OrderState.CANCELLED;
            does(
                    at,
                    whole
                            ? new Deed.CancelOrder(after.getOrderName(), key)
                            : new Deed.CancelLine(key));
            return;
        }
        if (before.getQuantity().compareTo(after.getQuantity()) != 0) {
            does(at, new Deed.ChangeQuantity(key, after.getQuantity()));
        }
        if (before.getUnitPrice().compareTo(after.getUnitPrice()) != 0) {
            does(at, new Deed.ChangePrice(key, after.getUnitPrice()));
        }
        if (!before.getPlannedAt().equals(after.getPlannedAt())) {
            does(at, new Deed.ChangeDate(key, after.getPlannedAt()));
        }
        if (!Objects.equals(before.getWarehouse(), after.getWarehouse())) {
            does(at, new Deed.ChangeWarehouse(after.getOrderName(), after.getWarehouse()));
        }
    }

    private void move(long at, String key, OdooReceipt receipt) {
        if (receipt.getState() != MoveState.DONE) {
            return;
        }
        boolean back =
                receipt.getDirection() == MoveDirection.RETURN
                        || receipt.getQuantity().signum() < 0;
        if (back) {
            does(at, new Deed.GiveBack(key, receipt.getQuantity().abs()));
            return;
        }
        Instant arrived = receipt.getEnvelope().getOccurredAt();
        boolean late =
                Duration.between(arrived, receipt.getEnvelope().getRecordedAt()).compareTo(LATE)
                        > 0;
        does(at, new Deed.Receive(key, receipt.getQuantity(), late ? arrived : null));
    }

    private void bill(long at, String key, OdooBill bill) {
        if (bill.getState() == BillState.CANCELLED) {
            does(at, new Deed.CancelBill(bill.getBillId()));
        } else if (bill.getPaymentState() == PaymentState.PAID) {
            does(at, new Deed.PayBill(bill.getBillId()));
        } else {
            Instant dated = bill.getEnvelope().getOccurredAt();
            does(
                    at,
                    new Deed.EnterBill(
                            bill.getBillId(),
                            key,
                            bill.getVendorReference(),
                            bill.getQuantity(),
                            bill.getUnitPrice(),
                            bill.getCurrency(),
                            dated.atZone(ZoneOffset.UTC).toLocalDate().toString()));
        }
    }

    private void does(long at, Deed deed) {
        acts.add(new Act(at, deed));
    }

    private static boolean isConfirmed(OdooOrderLine line) {
        return line.getOrderState() == OrderState.PURCHASE && !line.getCancelled();
    }
}
