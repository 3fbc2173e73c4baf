package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.ShipNoticeFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Running sums of what was shipped, received, returned, held and claimed. */
final class Deliveries {

    private final Crossing received = new Crossing(MilestoneName.RECEIVED);
    private final NavigableMap<BigDecimal, Crossing> levels = new TreeMap<>();
    private BigDecimal returned = BigDecimal.ZERO;
    private BigDecimal shipped = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;
    private BigDecimal claimed = BigDecimal.ZERO;

    /**
     * Takes in a current version in place of the one before.
     *
     * @param before the version before; {@code null} if there was none
     * @param needed the ordered quantity; {@code null} while the order is unknown
     * @return false if what was received has to be counted anew
     */
    boolean replace(Standing before, Standing after, BigDecimal needed) {
        Fact old = before == null ? null : before.fact();
        returned = returned.subtract(returned(old)).add(returned(after.fact()));
        shipped = shipped.subtract(shipped(old)).add(shipped(after.fact()));
        held = held.subtract(held(old)).add(held(after.fact()));
        claimed = claimed.subtract(claimed(old)).add(claimed(after.fact()));
        Crossing.Part was = before == null ? null : part(before);
        Crossing.Part is = part(after);
        if (was == null) {
            return is == null || add(is, needed);
        }
        return is != null && is.saysTheSame(was);
    }

    private boolean add(Crossing.Part part, BigDecimal needed) {
        boolean isInOrder = received.add(part, needed);
        levels.forEach((level, crossing) -> crossing.add(part, level));
        return isInOrder;
    }

    /**
     * Watches when other quantities than the ordered one are reached, and those that were watched
     * before no longer.
     *
     * @return false if what was received has to be counted anew
     */
    boolean watch(Set<BigDecimal> quantities) {
        levels.keySet().retainAll(quantities);
        boolean isKnown = true;
        for (BigDecimal level : quantities) {
            if (levels.putIfAbsent(level, new Crossing(MilestoneName.RECEIVED)) == null) {
                isKnown &= received.isEmpty();
            }
        }
        return isKnown;
    }

    /** When a quantity that is watched was reached; {@code null} if it is not. */
    Reached received(BigDecimal level) {
        return levels.get(level).reached(level);
    }

    /** Counts anew what was received. */
    void retell(Collection<Standing> standings, BigDecimal needed) {
        List<Crossing.Part> parts = new ArrayList<>();
        for (Standing standing : standings) {
            Crossing.Part part = part(standing);
            if (part != null) {
                parts.add(part);
            }
        }
        received.retell(parts, needed);
        levels.forEach((level, crossing) -> crossing.retell(parts, level));
    }

    /** What a standing receipt brings; {@code null} if it brings nothing in. */
    static Crossing.Part part(Standing standing) {
        return standing.fact() instanceof ReceiptFact receipt && receipt.received()
                ? new Crossing.Part(receipt.occurredAt(), receipt.quantity(), standing.since())
                : null;
    }

    Crossing received() {
        return received;
    }

    BigDecimal returned() {
        return returned;
    }

    BigDecimal shipped() {
        return shipped;
    }

    BigDecimal held() {
        return held;
    }

    BigDecimal claimed() {
        return claimed;
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

    private static BigDecimal held(Fact fact) {
        return fact instanceof HoldFact hold && !hold.released()
                ? hold.quantity()
                : BigDecimal.ZERO;
    }

    private static BigDecimal claimed(Fact fact) {
        return fact instanceof ClaimFact claim && !claim.cancelled()
                ? claim.quantity()
                : BigDecimal.ZERO;
    }

    void write(StateOutput out) {
        received.write(out);
        out.decimal(returned);
        out.decimal(shipped);
        out.decimal(held);
        out.decimal(claimed);
        out.number(levels.size());
        levels.forEach(
                (level, crossing) -> {
                    out.decimal(level);
                    crossing.write(out);
                });
    }

    static Deliveries read(StateInput in) {
        Deliveries deliveries = new Deliveries();
        deliveries.received.read(in);
        deliveries.returned = in.decimal();
        deliveries.shipped = in.decimal();
        deliveries.held = in.decimal();
        deliveries.claimed = in.decimal();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            deliveries.levels.put(in.decimal(), new Crossing(MilestoneName.RECEIVED).read(in));
        }
        return deliveries;
    }
}
