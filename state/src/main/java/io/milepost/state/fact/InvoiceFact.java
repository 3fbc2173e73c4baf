package io.milepost.state.fact;

import java.math.BigDecimal;

/**
 * An invoice or credit note of the line, as the supplier sent it or as Odoo booked it.
 *
 * @param header identity, version and times; occurredAt is its date
 * @param booked true for Odoo's bill, false for the supplier's document
 * @param credit true for a credit note
 * @param counts whether it is in force: posted in Odoo, not taken back by the supplier
 * @param number the supplier's document number; {@code null} when Odoo does not have it
 * @param quantity quantity in the order's unit
 * @param unitPrice price of one unit
 * @param currency ISO 4217
 * @param paid whether it is paid in full; only Odoo knows
 * @param paidAt when it was paid; {@link io.milepost.state.Times#NONE} while it is not
 */
public record InvoiceFact(
        FactHeader header,
        boolean booked,
        boolean credit,
        boolean counts,
        String number,
        BigDecimal quantity,
        BigDecimal unitPrice,
        String currency,
        boolean paid,
        long paidAt)
        implements Fact {

    /** Identity of the supplier's document of that number, which a booked bill may name. */
    public static String documentIdentity(boolean credit, String number) {
        return (credit ? "credit-note/" : "invoice/") + number;
    }

    @Override
    public InvoiceFact withHeader(FactHeader other) {
        return new InvoiceFact(
                other, booked, credit, counts, number, quantity, unitPrice, currency, paid, paidAt);
    }
}
