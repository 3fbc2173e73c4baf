package io.milepost.local.oracle;

import io.milepost.events.CommandKind;
import io.milepost.events.LineAnswer;
import io.milepost.events.OdooRequests;
import io.milepost.events.PartialAnswer;
import io.milepost.events.SaleAnswer;
import io.milepost.events.ScheduleLine;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What Odoo must have been asked for because of what the supplier confirmed. */
final class ConfirmedAsking {

    private static final Set<LineAnswer> CONFIRMING =
            EnumSet.of(LineAnswer.ACCEPTED, LineAnswer.CHANGED, LineAnswer.SUBSTITUTED);

    private final OrderView order;
    private final Promises promises;
    private final OdooRequests wishes;
    private final List<ScheduleLine> parts;
    private final SortedMap<Long, BigDecimal> byDay = new TreeMap<>();

    ConfirmedAsking(Milestones milestones, OdooRequests wishes) {
        this.order = milestones.order();
        this.promises = milestones.promises();
        this.wishes = wishes;
        this.parts = promises.parts();
        Promises.promisedParts(parts)
                .forEach(
                        part ->
                                byDay.merge(
                                        Micros.startOfDay(Micros.of(part.getPromisedAt())),
                                        part.getQuantity(),
                                        BigDecimal::add));
    }

    Set<CommandKind> kinds() {
        Set<CommandKind> kinds = line();
        if (wishes.getAcknowledge() && parts.stream().anyMatch(ConfirmedAsking::willCome)) {
            kinds.add(CommandKind.ACKNOWLEDGE_ORDER);
        }
        if (wishes.getVendorReference()
                && promises.counting().stream().anyMatch(Promises::hasVendorReference)) {
            kinds.add(CommandKind.SET_VENDOR_REFERENCE);
        }
        long planned = Micros.startOfDay(Micros.of(order.first().getPlannedAt()));
        if (!byDay.isEmpty() && byDay.lastKey() > planned) {
            if (wishes.getSalePromise() == SaleAnswer.SET) {
                kinds.add(CommandKind.SET_SALE_PROMISE);
            } else if (wishes.getSalePromise() == SaleAnswer.REVIEW) {
                kinds.add(CommandKind.REVIEW_SALE_PROMISE);
            }
        }
        return kinds;
    }

    private Set<CommandKind> line() {
        PartialAnswer wish = wishes.getPartial();
        if (wish == PartialAnswer.SPLIT && canBeSplit()) {
            return EnumSet.of(CommandKind.SPLIT_LINE);
        }
        Set<CommandKind> kinds = EnumSet.noneOf(CommandKind.class);
        // Also a date that was taken back: Odoo may have been asked for it meanwhile.
        if (wishes.getLineDate()
                && !byDay.isEmpty()
                && promises.everyAcknowledgement().stream().anyMatch(this::movesTheDay)) {
            kinds.add(CommandKind.SET_LINE_DATE);
        }
        if (wish == PartialAnswer.QUANTITY && canBeCut()) {
            kinds.add(CommandKind.SET_LINE_QUANTITY);
            return kinds;
        }
        if (wish == PartialAnswer.NONE) {
            return kinds;
        }
        boolean doubtful = isDoubtful();
        if (doubtful) {
            kinds.add(CommandKind.REVIEW_ACTIVITY);
        }
        if (doubtful || byDay.size() > 1) {
            kinds.add(CommandKind.POST_NOTE);
        }
        return kinds;
    }

    /** Whether it promised another day than the order had when it became known. */
    private boolean movesTheDay(Fact acknowledgement) {
        OptionalLong earliest = Promises.openDates(promises.schedule(acknowledgement)).min();
        long planned = Micros.of(order.asKnownAt(acknowledgement.knownAt()).getPlannedAt());
        return earliest.isPresent()
                && Micros.startOfDay(earliest.getAsLong()) != Micros.startOfDay(planned);
    }

    private boolean isDoubtful() {
        return sum(ConfirmedAsking::isConfirmed).compareTo(order.quantity()) < 0
                || !parts.stream().allMatch(ConfirmedAsking::isConfirmed);
    }

    /** Into several days, or into what has a day and the rest. */
    private boolean canBeSplit() {
        BigDecimal dated = sum(byDay.values());
        int rest = orderedThen().subtract(dated).signum();
        boolean noneIsEmpty = byDay.values().stream().allMatch(it -> it.signum() > 0);
        return dated.signum() > 0 && noneIsEmpty && rest >= 0 && byDay.size() + rest > 1;
    }

    /** To what is confirmed, where nothing of the rest is still to come. */
    private boolean canBeCut() {
        BigDecimal confirmed = sum(ConfirmedAsking::isConfirmed);
        boolean settled =
                parts.stream()
                        .allMatch(it -> isConfirmed(it) || it.getAnswer() == LineAnswer.REJECTED);
        return settled && confirmed.signum() > 0 && confirmed.compareTo(orderedThen()) < 0;
    }

    private BigDecimal orderedThen() {
        long spoken = promises.newestAcknowledgement().orElseThrow().knownAt();
        return order.asKnownAt(spoken).getQuantity();
    }

    private BigDecimal sum(Predicate<ScheduleLine> which) {
        return sum(parts.stream().filter(which).map(ScheduleLine::getQuantity).toList());
    }

    private static BigDecimal sum(Collection<BigDecimal> quantities) {
        return quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isConfirmed(ScheduleLine part) {
        return CONFIRMING.contains(part.getAnswer());
    }

    private static boolean willCome(ScheduleLine part) {
        return isConfirmed(part) || part.getAnswer() == LineAnswer.BACKORDERED;
    }
}
