package io.milepost.local.partners;

import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import java.math.BigDecimal;

/** What an invoice and a credit note say alike of a line. */
record Priced(BigDecimal quantity, String unit, BigDecimal price, String currency) {

    static Priced of(Saying.Line line) {
        if (line.event().getBody() instanceof CreditNote note) {
            return new Priced(
                    note.getQuantity(), note.getUnit(), note.getUnitPrice(), note.getCurrency());
        }
        Invoice invoice = line.body(Invoice.class);
        return new Priced(
                invoice.getQuantity(),
                invoice.getUnit(),
                invoice.getUnitPrice(),
                invoice.getCurrency());
    }
}
