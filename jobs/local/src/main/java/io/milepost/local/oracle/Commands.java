package io.milepost.local.oracle;

import io.milepost.events.CommandKind;
import io.milepost.events.LineAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.ScheduleLine;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;

/** What Odoo must have been asked for, by everything that is known of a line. */
final class Commands {

    private static final Set<LineAnswer> CONFIRMING =
            EnumSet.of(LineAnswer.ACCEPTED, LineAnswer.CHANGED, LineAnswer.SUBSTITUTED);
    private static final Set<LineAnswer> NEEDS_PEOPLE =
            EnumSet.of(LineAnswer.REJECTED, LineAnswer.ON_HOLD, LineAnswer.BACKORDERED);

    private Commands() {}

    /**
     * @param milestones by everything that is known
     * @param asKnownAt by what was known at a time, that time included
     */
    static Set<CommandKind> of(
            Milestones milestones, LongFunction<Milestones> asKnownAt, Beginnings beginnings) {
        Set<CommandKind> kinds = EnumSet.noneOf(CommandKind.class);
        if (milestones.at(MilestoneName.ORDERED).isEmpty()
                || spokenAfterTheEnd(milestones, asKnownAt)
                || spokenBeforeTheBeginning(milestones, beginnings)) {
            return kinds;
        }
        OrderView order = milestones.order();
        Promises promises = milestones.promises();
        boolean datedNow = Promises.openDates(promises.parts()).findAny().isPresent();
        // Also a date that was taken back: Odoo may have been asked for it meanwhile.
        if (datedNow
                && promises.everyAcknowledgement().stream()
                        .anyMatch(it -> movesTheDay(it, order))) {
            kinds.add(CommandKind.SET_LINE_DATE);
        }
        if (promises.newestAcknowledgement().isPresent()
                && needsReview(promises.parts(), order.quantity())) {
            kinds.add(CommandKind.REVIEW_ACTIVITY);
        }
        return kinds;
    }

    /** A supplier that speaks when all is over changes nothing any more. */
    private static boolean spokenAfterTheEnd(
            Milestones milestones, LongFunction<Milestones> asKnownAt) {
        return milestones
                .promises()
                .newestAcknowledgement()
                .map(it -> asKnownAt.apply(it.knownAt()).at(MilestoneName.CLOSED).isPresent())
                .orElse(false);
    }

    /** What became known before the company went live asks for nothing. */
    private static boolean spokenBeforeTheBeginning(Milestones milestones, Beginnings beginnings) {
        String company = milestones.order().newest().getEnvelope().getCompany();
        return milestones
                .promises()
                .newestAcknowledgement()
                .filter(it -> !beginnings.isLive(it.knownAt(), company))
                .isPresent();
    }

    /** Whether it promised another day than the order had when it became known. */
    private static boolean movesTheDay(Fact acknowledgement, OrderView order) {
        OptionalLong earliest = Promises.openDates(Promises.schedule(acknowledgement)).min();
        long planned = Micros.of(order.asKnownAt(acknowledgement.knownAt()).getPlannedAt());
        return earliest.isPresent()
                && Micros.startOfDay(earliest.getAsLong()) != Micros.startOfDay(planned);
    }

    private static boolean needsReview(List<ScheduleLine> schedule, BigDecimal ordered) {
        BigDecimal confirmed =
                schedule.stream()
                        .filter(part -> CONFIRMING.contains(part.getAnswer()))
                        .map(ScheduleLine::getQuantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return confirmed.compareTo(ordered) < 0
                || schedule.stream().anyMatch(part -> NEEDS_PEOPLE.contains(part.getAnswer()));
    }
}
