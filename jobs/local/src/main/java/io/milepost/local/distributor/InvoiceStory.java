package io.milepost.local.distributor;

import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.LineReference;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How a delivered line is invoiced by the supplier, billed in Odoo and paid. */
final class InvoiceStory {

    private static final String CURRENCY = "EUR";

    private final Item item;
    private final LineReference name;
    private final Dice dice;
    private final SupplierPen supplier;
    private final OdooPen odoo;
    private final Ids ids;
    private int invoices;

    InvoiceStory(
            Item item, LineReference name, Dice dice, SupplierPen supplier, OdooPen odoo, Ids ids) {
        this.item = item;
        this.name = name;
        this.dice = dice;
        this.supplier = supplier;
        this.odoo = odoo;
        this.ids = ids;
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
        BigDecimal invoiced = dice.chance(0.15) ? orderedPrice : price;
        if (dice.chance(0.02)) {
            invoiced = invoiced.multiply(new BigDecimal("1.05"));
        }
        for (Part part : invoiced(parts)) {
            invoice(part, invoiced);
        }
    }

    /** One invoice for everything, or one for each part. */
    private List<Part> invoiced(List<Part> parts) {
        if (parts.size() > 1 && dice.chance(Habits.INVOICE_PER_RECEIPT)) {
            return parts;
        }
        int quantity = parts.stream().mapToInt(Part::quantity).sum();
        if (dice.chance(0.015)) {
            quantity++;
        }
        long last = parts.stream().mapToLong(Part::arrival).max().orElseThrow();
        List<Part> whole = new ArrayList<>();
        whole.add(new Part(quantity, last));
        return whole;
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
                        CURRENCY,
                        supplier.pen().instant(issued + 30 * Micros.DAY));
        supplier.say(
                SupplierPen.Paper.original(number, issued, known), item, name, invoice, List.of());
    }

    private void credited(String number, BigDecimal price, long issued) {
        CreditNote note =
                new CreditNote(Pen.decimal(1), item.unit(), Pen.decimal(price), CURRENCY, number);
        supplier.say(
                SupplierPen.Paper.original("CR-" + number, issued, issued + Micros.MINUTE),
                item,
                name,
                note,
                List.of());
    }

    /** Entered some days after it came, dated as the invoice is, mostly; paid some weeks later. */
    private void billed(String number, int quantity, BigDecimal price, long issued) {
        long billId = ids.nextBill();
        long entered = issued + dice.between(Micros.HOUR, 4 * Micros.DAY);
        long dated = dice.chance(0.8) ? issued : entered;
        long known = entered + dice.between(2 * Micros.SECOND, 90 * Micros.SECOND);
        odoo.bill(billId, number, quantity, price, dated, null, entered, known);
        long paid = entered + dice.between(20 * Micros.DAY, 45 * Micros.DAY);
        odoo.bill(billId, number, quantity, price, dated, paid, paid, paid + Micros.MINUTE);
    }
}
