package io.milepost.local.distributor;

import io.milepost.events.LineReference;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.QualityHold;
import io.milepost.events.ReturnClaim;
import io.milepost.local.feed.Micros;
import java.util.List;

/** What goes wrong with goods that were received: held, sent back, or posted by mistake. */
final class ReturnStory {

    private final Item item;
    private final LineReference name;
    private final Dice dice;
    private final SupplierPen supplier;
    private final OdooPen odoo;
    private final Ids ids;

    ReturnStory(
            Item item, LineReference name, Dice dice, SupplierPen supplier, OdooPen odoo, Ids ids) {
        this.item = item;
        this.name = name;
        this.dice = dice;
        this.supplier = supplier;
        this.odoo = odoo;
        this.ids = ids;
    }

    /**
     * @param parts what arrived
     */
    void tell(List<Part> parts) {
        Part last = parts.get(parts.size() - 1);
        long later = last.arrival() + dice.between(Micros.DAY, 6 * Micros.DAY);
        double share = dice.share();
        if (share < Habits.SENT_BACK) {
            held(last, later);
            sentBack(Math.max(1, last.quantity() / 5), later + Micros.DAY);
        } else if (share < Habits.SENT_BACK + Habits.POSTED_BY_MISTAKE) {
            postedByMistake(last.quantity(), later);
        }
    }

    private void held(Part part, long issued) {
        String number = "QH-" + item.lineId();
        supplier.say(
                SupplierPen.Paper.original(number, issued, issued + Micros.MINUTE),
                item,
                name,
                new QualityHold(
                        number, false, Pen.decimal(part.quantity()), item.unit(), "Scratches"),
                List.of());
    }

    private void sentBack(int quantity, long time) {
        move(MoveDirection.RETURN, quantity, time);
        String number = "RC-" + item.lineId();
        long issued = time + Micros.HOUR;
        supplier.say(
                SupplierPen.Paper.original(number, issued, issued + Micros.MINUTE),
                item,
                name,
                new ReturnClaim(number, Pen.decimal(quantity), item.unit(), "Scratches"),
                List.of());
    }

    /** The posting is reversed, and mostly made again some days later. */
    private void postedByMistake(int quantity, long time) {
        move(MoveDirection.INBOUND, -quantity, time);
        if (dice.chance(0.8)) {
            move(MoveDirection.INBOUND, quantity, time + dice.between(Micros.HOUR, 4 * Micros.DAY));
        }
    }

    private void move(MoveDirection direction, int quantity, long time) {
        long recorded = time + dice.between(Micros.MINUTE, Micros.HOUR);
        odoo.move(
                new OdooPen.Move(ids.nextMove(), direction, MoveState.DONE, quantity),
                time,
                recorded,
                recorded + 30 * Micros.SECOND);
    }
}
