package io.milepost.local.oracle;

import io.milepost.events.CommandKind;
import io.milepost.events.InvoiceAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import io.milepost.schemas.TrustedEvents;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** What Odoo must have been asked for, by everything that is known of a line. */
final class Commands {

    static {
        TrustedEvents.trust();
    }

    /** What holds for lines that no rule speaks of. */
    static final OdooRequests USUAL = OdooRequests.newBuilder().build();

    private Commands() {}

    /**
     * @param milestones by everything that is known
     * @param asKnownAt by what was known at a time, that time included
     * @param wishes what the company wants to be asked for
     */
    static Set<CommandKind> of(
            Milestones milestones,
            LongFunction<Milestones> asKnownAt,
            Beginnings beginnings,
            OdooRequests wishes) {
        Set<CommandKind> kinds = EnumSet.noneOf(CommandKind.class);
        if (milestones.at(MilestoneName.ORDERED).isEmpty()) {
            return kinds;
        }
        Optional<Fact> newest = milestones.promises().newestAcknowledgement();
        if (newest.isPresent()
                && !isTooLate(newest.get(), asKnownAt)
                && isLive(newest.get(), milestones, beginnings)) {
            kinds.addAll(new ConfirmedAsking(milestones, wishes).kinds());
        }
        if (milestones.at(MilestoneName.RECEIVED).isEmpty()
                && milestones.at(MilestoneName.CLOSED).isEmpty()) {
            kinds.addAll(new ShippedAsking(milestones, beginnings, wishes).kinds());
        }
        if (wishes.getBill() == InvoiceAnswer.DRAFT
                && milestones.at(MilestoneName.CANCELLED).isEmpty()
                && Invoicing.unbilled(milestones.known()).stream()
                        .anyMatch(invoice -> isLive(invoice, milestones, beginnings))) {
            kinds.add(CommandKind.DRAFT_BILL);
        }
        return kinds;
    }

    /** A supplier that speaks when all is over changes nothing any more. */
    private static boolean isTooLate(Fact word, LongFunction<Milestones> asKnownAt) {
        return asKnownAt.apply(word.knownAt()).at(MilestoneName.CLOSED).isPresent();
    }

    /** What became known before the company went live asks for nothing. */
    static boolean isLive(Fact fact, Milestones milestones, Beginnings beginnings) {
        String company = milestones.order().newest().getEnvelope().getCompany();
        return beginnings.isLive(fact.knownAt(), company);
    }
}
