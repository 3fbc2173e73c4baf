package io.milepost.state.line;

import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.ShipNoticeFact;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a supplier states quantities of: when it is dated, how much it is, and what less of it is.
 */
final class Stated {

    private Stated() {}

    /**
     * Whether those that a line was split into share it. Not what Odoo says, which names each of
     * them by itself, and not what is said without a quantity; but what a carrier says is of those
     * that have a share of what it carries.
     */
    static boolean isShared(Fact fact) {
        if (fact instanceof AcknowledgementFact acknowledgement) {
            return acknowledgement.whole() == null;
        }
        return fact instanceof ShipNoticeFact
                || fact instanceof CarrierFact
                || fact instanceof InvoiceFact invoice && !invoice.booked()
                || fact instanceof HoldFact
                || fact instanceof ClaimFact;
    }

    /** What is divided together. */
    static String kind(Fact fact) {
        boolean isCredit = fact instanceof InvoiceFact invoice && invoice.credit();
        return isCredit ? "credit note" : fact.getClass().getSimpleName();
    }

    /** Whether it was taken back, so that there is nothing of it. */
    static boolean isOff(Fact fact) {
        if (fact instanceof AcknowledgementFact acknowledgement) {
            return acknowledgement.cancelled();
        } else if (fact instanceof ShipNoticeFact notice) {
            return notice.cancelled();
        } else if (fact instanceof InvoiceFact invoice) {
            return !invoice.counts();
        } else if (fact instanceof HoldFact hold) {
            return hold.released();
        } else if (fact instanceof CarrierFact carrier) {
            return carrier.saysNothing();
        }
        return fact instanceof ClaimFact claim && claim.cancelled();
    }

    /** By which date it is divided. */
    static long date(Fact fact) {
        return fact instanceof ShipNoticeFact notice ? notice.shippedAt() : fact.occurredAt();
    }

    static BigDecimal quantity(Fact fact) {
        if (fact instanceof ShipNoticeFact notice) {
            return notice.quantity();
        } else if (fact instanceof InvoiceFact invoice) {
            return invoice.quantity();
        } else if (fact instanceof HoldFact hold) {
            return hold.quantity();
        } else if (fact instanceof ClaimFact claim) {
            return claim.quantity();
        }
        throw noQuantity(fact);
    }

    /** The same with another quantity. */
    static Fact with(Fact fact, BigDecimal quantity) {
        if (fact instanceof ShipNoticeFact notice) {
            return new ShipNoticeFact(
                    notice.header(),
                    notice.cancelled(),
                    notice.shippedAt(),
                    notice.estimatedArrivalAt(),
                    quantity,
                    notice.tracking());
        } else if (fact instanceof InvoiceFact invoice) {
            return invoice(invoice, invoice.counts(), quantity);
        } else if (fact instanceof HoldFact hold) {
            return new HoldFact(hold.header(), hold.released(), quantity);
        } else if (fact instanceof ClaimFact claim) {
            return new ClaimFact(claim.header(), claim.cancelled(), quantity);
        }
        throw noQuantity(fact);
    }

    /** What it is where nothing of it is: as if it had been taken back. */
    static Fact nothing(Fact fact) {
        if (fact instanceof AcknowledgementFact acknowledgement) {
            return new AcknowledgementFact(
                    acknowledgement.header(),
                    true,
                    acknowledgement.adds(),
                    List.of(),
                    acknowledgement.vendorReference(),
                    null);
        } else if (fact instanceof ShipNoticeFact notice) {
            return new ShipNoticeFact(
                    notice.header(),
                    true,
                    notice.shippedAt(),
                    notice.estimatedArrivalAt(),
                    BigDecimal.ZERO,
                    notice.tracking());
        } else if (fact instanceof InvoiceFact invoice) {
            return invoice(invoice, false, BigDecimal.ZERO);
        } else if (fact instanceof HoldFact hold) {
            return new HoldFact(hold.header(), true, BigDecimal.ZERO);
        } else if (fact instanceof ClaimFact claim) {
            return new ClaimFact(claim.header(), true, BigDecimal.ZERO);
        } else if (fact instanceof CarrierFact carrier) {
            return CarrierFact.nothing(carrier.header());
        }
        throw noQuantity(fact);
    }

    private static InvoiceFact invoice(InvoiceFact fact, boolean counts, BigDecimal quantity) {
        return new InvoiceFact(
                fact.header(),
                fact.booked(),
                fact.credit(),
                counts,
                fact.number(),
                quantity,
                fact.unitPrice(),
                fact.currency(),
                fact.paid(),
                fact.paidAt());
    }

    private static IllegalArgumentException noQuantity(Fact fact) {
        return new IllegalArgumentException(
                "fact: expected one that is shared but found " + fact.header().factId());
    }
}
