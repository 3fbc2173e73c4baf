package io.milepost.local.distributor;

import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.LineReference;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a delivered line is invoiced by the supplier, billed in Odoo and paid. Some invoices are off
 * what was ordered: in price by a rounding, a few per cent or a currency, in quantity by a piece or
 * some per cent.
 */
final class InvoiceStory {

    private final Item item;
    private final LineReference name;
    private final Dice dice;
    private final SupplierPen supplier;
    private final OdooPen odoo;
    private final Ids ids;
    private final String currency;
    private int invoices;

    InvoiceStory(
            Order order,
            Item item,
            LineReference name,
            Dice dice,
            SupplierPen supplier,
            OdooPen odoo,
            Ids ids) {
        this.item = item;
        this.name = name;
        this.dice = dice;
        this.supplier = supplier;
        this.odoo = odoo;
        this.ids = ids;
        this.currency =
                dice.chance(Habits.FOREIGN_INVOICE)
                        ? order.terms().foreignCurrency()
                        : order.terms().currency();
    }

    /**
     * @param parts what arrived, in the order of arrival
     * @param price what the line costs in the end
     * @param orderedPrice what it cost when it was ordered; a few invoices still say that
     */
    void tell(List<Part> parts, BigDecimal price, BigDecimal orderedPrice) {
        if (dice.chance(Habits.NEVER_INVOICED)) {
            return;
        }
        BigDecimal invoiced = off(dice.chance(0.15) ? orderedPrice : price);
        for (Part part : invoiced(parts)) {
            invoice(part, invoiced);
        }
    }

    private BigDecimal off(BigDecimal price) {
        double share = dice.share();
        if (share < 0.02) {
            return price.multiply(new BigDecimal("1.05"));
        } else if (share < 0.06) {
            return price.multiply(new BigDecimal("1.03"));
        } else if (share < 0.09) {
            return price.multiply(new BigDecimal("0.985"));
        } else if (share < 0.12) {
            return price.add(new BigDecimal("0.04"));
        }
        return price;
    }

    /** One invoice for everything, or one for each part. */
    private List<Part> invoiced(List<Part> parts) {
        if (parts.size() > 1 && dice.chance(Habits.INVOICE_PER_RECEIPT)) {
            return parts;
        }
        int quantity = parts.stream().mapToInt(Part::quantity).sum();
        double share = dice.share();
        if (share < 0.015) {
            quantity++;
        } else if (share < 0.03) {
            quantity += Math.max(1, quantity / 25);
        } else if (share < 0.04) {
            quantity -= quantity / 50;
        }
        long last = parts.stream().mapToLong(Part::arrival).max().orElseThrow();
        return List.of(new Part(quantity, last));
    }

    private void invoice(Part part, BigDecimal price) {
        invoices++;
        String number = "INV-" + item.lineId() + "-" + invoices;
        long delay =
                dice.chance(0.03)
                        ? -dice.between(Micros.HOUR, 10 * Micros.HOUR)
                        : (long) (dice.from(Habits.INVOICED_AFTER) * Micros.DAY);
        long issued = part.arrival() + delay;
        double way = dice.share();
        if (way < 0.65) {
            said(number, part.quantity(), price, issued);
        }
        if (way < 0.50 || way >= 0.65) {
            billed(number, part.quantity(), price, issued);
        }
        if (way < 0.65 && dice.chance(0.01)) {
            credited(number, price, issued + 3 * Micros.DAY);
        }
    }

    private void said(String number, int quantity, BigDecimal price, long issued) {
        long known = issued + dice.between(Micros.MINUTE, 6 * Micros.HOUR);
        Invoice invoice =
                new Invoice(
                        Pen.decimal(quantity),
                        item.unit(),
                        Pen.decimal(price),
                        currency,
                        supplier.pen().instant(issued + 30 * Micros.DAY));
        supplier.say(
                SupplierPen.Paper.original(number, issued, known), item, name, invoice, List.of());
    }

    private void credited(String number, BigDecimal price, long issued) {
        CreditNote note =
                new CreditNote(Pen.decimal(1), item.unit(), Pen.decimal(price), currency, number);
        supplier.say(
                SupplierPen.Paper.original("CR-" + number, issued, issued + Micros.MINUTE),
                item,
                name,
                note,
                List.of());
    }

    /**
     * Entered some days after it came, dated as the invoice is, mostly; a few are taken back and
     * entered again; paid some weeks later.
     */
    private void billed(String number, int quantity, BigDecimal price, long issued) {
        long entered = issued + dice.between(Micros.HOUR, 4 * Micros.DAY);
        if (dice.chance(Habits.BILL_TAKEN_BACK)) {
            OdooPen.Bill wrong = bill(number, quantity + 1, price, issued, entered);
            odoo.posted(wrong, entered, entered + Micros.MINUTE);
            entered += dice.between(Micros.HOUR, 3 * Micros.DAY);
            odoo.cancelled(wrong, entered, entered + Micros.MINUTE);
            entered += Micros.HOUR;
        }
        OdooPen.Bill bill = bill(number, quantity, price, issued, entered);
        odoo.posted(bill, entered, entered + dice.between(2 * Micros.SECOND, 90 * Micros.SECOND));
        odoo.paid(bill, entered + dice.between(20 * Micros.DAY, 45 * Micros.DAY));
    }

    private OdooPen.Bill bill(
            String number, int quantity, BigDecimal price, long issued, long entered) {
        long dated = dice.chance(0.8) ? issued : entered;
        return new OdooPen.Bill(ids.nextBill(), number, quantity, price, currency, dated);
    }
}
