package io.milepost.state.view;

import io.milepost.state.fact.Fact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.ShipNoticeFact;
import java.math.BigDecimal;

/** Running sums over the current facts, kept as facts replace one another. */
final class Totals {

    private BigDecimal received = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;
    private BigDecimal shipped = BigDecimal.ZERO;

    void replace(Fact before, Fact after) {
        received = received.subtract(received(before)).add(received(after));
        returned = returned.subtract(returned(before)).add(returned(after));
        shipped = shipped.subtract(shipped(before)).add(shipped(after));
    }

    BigDecimal received() {
        return received;
    }

    BigDecimal returned() {
        return returned;
    }

    BigDecimal shipped() {
        return shipped;
    }

    private static BigDecimal received(Fact fact) {
        return fact instanceof ReceiptFact receipt && receipt.received()
                ? receipt.quantity()
                : BigDecimal.ZERO;
    }

    private static BigDecimal returned(Fact fact) {
        return fact instanceof ReceiptFact receipt && receipt.returned()
                ? receipt.quantity()
                : BigDecimal.ZERO;
    }

    private static BigDecimal shipped(Fact fact) {
        return fact instanceof ShipNoticeFact notice && !notice.cancelled()
                ? notice.quantity()
                : BigDecimal.ZERO;
    }
}
