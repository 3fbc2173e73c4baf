package io.milepost.local.odoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Something that people do in Odoo. Orders, lines and bills are named as the story names them,
 * lines by their key; what they are called in Odoo is known when they are there.
 */
sealed interface Deed {

    /** Which line it is about; {@code null} when it is about a whole order or a bill. */
    default String line() {
        return null;
    }

    /**
     * Whether it changes what a supplier's answer is compared with: date, quantity, or existence.
     */
    default boolean changesTheDeal() {
        return false;
    }

    /**
     * A line of a new order.
     *
     * @param key the line's key in the story
     * @param unit UN/ECE Recommendation 20
     * @param gtin of the product
     */
    record NewLine(
            String key,
            String vendorItem,
            String ownItem,
            String gtin,
            String category,
            String unit,
            BigDecimal quantity,
            BigDecimal price,
            Instant planned) {}

    /**
     * An order is written, not confirmed.
     *
     * @param name what the story calls it
     * @param vendor the story's id of the supplier
     */
    record WriteOrder(
            String name,
            String vendor,
            String warehouse,
            String incoterm,
            String currency,
            List<NewLine> lines)
            implements Deed {

        /** Keeps its own copy. */
        public WriteOrder {
            lines = List.copyOf(lines);
        }
    }

    /** An order is confirmed. */
    record Confirm(String order) implements Deed {}

    /** Another quantity. */
    record ChangeQuantity(String line, BigDecimal quantity) implements Deed {
        @Override
        public boolean changesTheDeal() {
            return true;
        }
    }

    /** Another price. */
    record ChangePrice(String line, BigDecimal price) implements Deed {}

    /** Another planned date. */
    record ChangeDate(String line, Instant planned) implements Deed {
        @Override
        public boolean changesTheDeal() {
            return true;
        }
    }

    /** The goods go elsewhere; in Odoo the whole order does. */
    record ChangeWarehouse(String order, String warehouse) implements Deed {}

    /** A line is given up: in Odoo its quantity is 0 then. */
    record CancelLine(String line) implements Deed {
        @Override
        public boolean changesTheDeal() {
            return true;
        }
    }

    /** An order of one line is cancelled. */
    record CancelOrder(String order, String line) implements Deed {
        @Override
        public boolean changesTheDeal() {
            return true;
        }
    }

    /**
     * Goods are taken in.
     *
     * @param arrived when they had come, if that is written down only later; else {@code null}
     */
    record Receive(String line, BigDecimal quantity, Instant arrived) implements Deed {}

    /** Goods go back to the supplier. */
    record GiveBack(String line, BigDecimal quantity) implements Deed {}

    /**
     * A bill is entered and posted.
     *
     * @param bill the story's id of it
     * @param number the supplier's number
     * @param day its date, {@code YYYY-MM-DD}
     */
    record EnterBill(
            long bill,
            String line,
            String number,
            BigDecimal quantity,
            BigDecimal price,
            String currency,
            String day)
            implements Deed {}

    /** A posted bill is cancelled. */
    record CancelBill(long bill) implements Deed {}

    /** A bill is marked as paid. */
    record PayBill(long bill) implements Deed {}

    /** Nobody shall change an order any more. */
    record Lock(String order) implements Deed {}

    /** It may be changed again. */
    record Unlock(String order) implements Deed {}
}
