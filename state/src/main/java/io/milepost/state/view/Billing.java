package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Running sums of what was invoiced, credited and paid. The supplier's document and Odoo's bill of
 * the same number are one invoice; the bill is the buyer's word on it and counts, but it was
 * invoiced since the supplier said so.
 */
final class Billing {

    private final Crossing invoiced = new Crossing(MilestoneName.INVOICED);
    private BigDecimal credited = BigDecimal.ZERO;
    private MatchTerms terms = MatchTerms.USUAL;
    private int invoices;
    private int wrongPrices;
    private int booked;
    private int paid;
    private Reached lastPaid;
    private String lastPaidName;

    /**
     * Takes in what counts instead of what counted before.
     *
     * @param before what counted; {@code null} if nothing did
     * @param after what counts; {@code null} if nothing does
     * @param order the newest version of the order; {@code null} while it is unknown
     * @return false if it has to be counted anew
     */
    boolean replace(Standing before, Standing after, OrderFact order) {
        InvoiceFact old = before == null ? null : (InvoiceFact) before.fact();
        InvoiceFact now = after == null ? null : (InvoiceFact) after.fact();
        credited = credited.subtract(credit(old)).add(credit(now));
        wrongPrices += wrongPrice(now, order) - wrongPrice(old, order);
        invoices += (now == null ? 0 : 1) - (old == null ? 0 : 1);
        booked += booked(now) - booked(old);
        paid += paid(now) - paid(old);
        return pay(old, now) & count(part(before), part(after), order);
    }

    private boolean count(Crossing.Part was, Crossing.Part is, OrderFact order) {
        if (was == null) {
            return is == null || invoiced.add(is, needed(order));
        }
        return is != null && invoiced.replace(was, is, needed(order));
    }

    private boolean pay(InvoiceFact old, InvoiceFact now) {
        if (paid(old) == 1 && old.header().identity().equals(lastPaidName)) {
            if (paid(now) == 0 || now.paidAt() < old.paidAt()) {
                return false;
            }
            lastPaid = Reached.actual(MilestoneName.PAID, now, now.paidAt());
            lastPaidName = now.header().identity();
        } else if (paid(now) == 1 && isLaterThanTheLast(now)) {
            lastPaid = Reached.actual(MilestoneName.PAID, now, now.paidAt());
            lastPaidName = now.header().identity();
        }
        return true;
    }

    private boolean isLaterThanTheLast(InvoiceFact invoice) {
        if (lastPaid == null || invoice.paidAt() != lastPaid.occurredAt()) {
            return lastPaid == null || invoice.paidAt() > lastPaid.occurredAt();
        }
        return invoice.header().identity().compareTo(lastPaidName) > 0;
    }

    /** Counts anew. */
    void retell(List<Standing> inForce, OrderFact order) {
        credited = BigDecimal.ZERO;
        invoices = inForce.size();
        wrongPrices = 0;
        booked = 0;
        paid = 0;
        lastPaid = null;
        lastPaidName = null;
        List<Crossing.Part> parts = new ArrayList<>();
        for (Standing standing : inForce) {
            InvoiceFact invoice = (InvoiceFact) standing.fact();
            credited = credited.add(credit(invoice));
            wrongPrices += wrongPrice(invoice, order);
            booked += booked(invoice);
            paid += paid(invoice);
            pay(null, invoice);
            Crossing.Part part = part(standing);
            if (part != null) {
                parts.add(part);
            }
        }
        invoiced.retell(parts, needed(order));
    }

    /** What an invoice in force charges; {@code null} for a credit note or for none. */
    static Crossing.Part part(Standing standing) {
        return standing != null
                        && standing.fact() instanceof InvoiceFact invoice
                        && !invoice.credit()
                ? new Crossing.Part(invoice.occurredAt(), invoice.quantity(), standing.since())
                : null;
    }

    /** Prices are held against other terms from now on. */
    void judgeBy(MatchTerms other) {
        terms = other;
    }

    MatchTerms terms() {
        return terms;
    }

    /** Whether nothing has been invoiced. */
    boolean isEmpty() {
        return invoices == 0;
    }

    Crossing invoiced() {
        return invoiced;
    }

    BigDecimal credited() {
        return credited;
    }

    /** How many invoices in force name another price or currency than the order. */
    int wrongPrices() {
        return wrongPrices;
    }

    /**
     * The last payment, when every bill in force is paid; {@code null} if one is not or none is.
     */
    Reached paidInFull() {
        return paid == booked ? lastPaid : null;
    }

    private static BigDecimal needed(OrderFact order) {
        return order == null ? null : order.quantity();
    }

    private static BigDecimal credit(InvoiceFact invoice) {
        return invoice != null && invoice.credit() ? invoice.quantity() : BigDecimal.ZERO;
    }

    private int wrongPrice(InvoiceFact invoice, OrderFact order) {
        return invoice == null || invoice.credit() || order == null || agrees(order, invoice)
                ? 0
                : 1;
    }

    private boolean agrees(OrderFact order, InvoiceFact invoice) {
        return order.currency().equals(invoice.currency())
                && terms.allowsPrice(order.unitPrice(), invoice.unitPrice());
    }

    private static int booked(InvoiceFact invoice) {
        return invoice != null && invoice.booked() && !invoice.credit() ? 1 : 0;
    }

    private static int paid(InvoiceFact invoice) {
        return booked(invoice) == 1 && invoice.paid() ? 1 : 0;
    }

    void write(StateOutput out) {
        invoiced.write(out);
        out.decimal(credited);
        out.number(invoices);
        out.number(wrongPrices);
        out.number(booked);
        out.number(paid);
        ReachedCodec.write(lastPaid, out);
        out.text(lastPaidName);
    }

    static Billing read(StateInput in) {
        Billing billing = new Billing();
        billing.invoiced.read(in);
        billing.credited = in.decimal();
        billing.invoices = in.count();
        billing.wrongPrices = in.count();
        billing.booked = in.count();
        billing.paid = in.count();
        billing.lastPaid = ReachedCodec.read(in);
        billing.lastPaidName = in.text();
        return billing;
    }
}
