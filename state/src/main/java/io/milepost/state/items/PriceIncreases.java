package io.milepost.state.items;

import io.milepost.events.AlertKind;
import io.milepost.state.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prices that are higher than the price before them by more than is allowed, as soon as they are
 * known: whoever buys wants to know before they hold. The price before is the one of the same
 * quantity that begins before; without one, what an earlier document said of the same begin.
 */
final class PriceIncreases {

    private final ItemFacts facts;
    private final ItemRules rules;
    private final long now;

    PriceIncreases(ItemFacts facts, ItemRules rules, long now) {
        this.facts = facts;
        this.rules = rules;
        this.now = now;
    }

    /** The increases among the prices that are not over. */
    List<ToldAlert> all() {
        List<ToldAlert> increases = new ArrayList<>();
        for (Map.Entry<PriceSlot, Statements<PriceFact>> slot : facts.prices().entrySet()) {
            PriceFact price = slot.getValue().current();
            PriceFact reference = price == null || isOver(slot.getKey()) ? null : before(price);
            if (reference != null
                    && price.isComparableWith(reference)
                    && rules.isIncrease(reference.unitPrice(), price.unitPrice())) {
                increases.add(increase(reference, price));
            }
        }
        return increases;
    }

    /**
     * Whether nobody has to know any more: the price does not hold any more, or the one before is
     * forgotten. An increase that is neither was taken back or corrected.
     */
    boolean isOver(ToldAlert alert) {
        for (Map.Entry<PriceSlot, Statements<PriceFact>> slot : facts.prices().entrySet()) {
            if (alert.subject().equals(slot.getKey().toString())) {
                PriceFact price = slot.getValue().current();
                return price != null && (isOver(slot.getKey()) || before(price) == null);
            }
        }
        return true;
    }

    private boolean isOver(PriceSlot slot) {
        return now != Times.NONE && facts.priceOverAt(slot) <= now;
    }

    private PriceFact before(PriceFact price) {
        for (Statements<PriceFact> earlier :
                facts.prices().headMap(price.slot(), false).descendingMap().values()) {
            PriceFact found = earlier.current();
            if (found != null && found.slot().sameQuantity(price.slot())) {
                return found;
            }
        }
        for (PriceFact older : facts.prices().get(price.slot()).inForce()) {
            if (older.unitPrice().compareTo(price.unitPrice()) != 0) {
                return older;
            }
        }
        return null;
    }

    private static ToldAlert increase(PriceFact from, PriceFact to) {
        BigDecimal percent =
                to.unitPrice()
                        .subtract(from.unitPrice())
                        .movePointRight(2)
                        .divide(from.unitPrice(), 1, RoundingMode.HALF_UP);
        String message =
                "the price of one "
                        + to.unit()
                        + " from "
                        + ItemCommands.plain(to.slot().minQuantity())
                        + " on rises by "
                        + ItemCommands.plain(percent)
                        + " % to "
                        + ItemCommands.plain(to.unitPrice())
                        + ' '
                        + to.currency()
                        + " on "
                        + Times.instant(to.slot().validFrom());
        return new ToldAlert(
                AlertKind.PRICE_INCREASE,
                to.slot().toString(),
                to.factId(),
                to.header().knownAt(),
                message);
    }
}
