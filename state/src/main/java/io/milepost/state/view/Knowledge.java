package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ShipNoticeFact;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is known of a line at some point: facts are added in the order in which they became known,
 * and at every point the current fact of an identity is its highest version.
 *
 * <p>It is kept as sums, firsts and lasts, so that one more fact costs the same after ten facts as
 * after a thousand, and the facts themselves can be stored away. When something is taken back that
 * was a first or a last, only all facts can tell what holds instead: a knowledge that was resumed
 * without them then says that it is not sufficient, and has to be made anew.
 */
public final class Knowledge {

    private final Standings standings;
    private final History history;
    private final OrderStory order;
    private final CommitmentStory commitments;
    private final Extremes extremes;
    private final Deliveries deliveries;
    private final Documents documents;
    private final Counts counts;
    private final ArrivalStory arrivals;
    private boolean sufficient = true;

    /** Nothing is known. */
    public Knowledge() {
        standings = new Standings(null);
        history = new History(standings);
        order = new OrderStory();
        commitments = new CommitmentStory();
        extremes = new Extremes();
        deliveries = new Deliveries();
        documents = new Documents();
        counts = new Counts();
        arrivals = new ArrivalStory();
    }

    private Knowledge(StateInput in, Function<String, Standing> stored) {
        standings = new Standings(stored);
        history = null;
        order = OrderStory.read(in);
        commitments = CommitmentStory.read(in);
        extremes = Extremes.read(in);
        deliveries = Deliveries.read(in);
        documents = Documents.read(in);
        counts = Counts.read(in);
        arrivals = ArrivalStory.read(in);
    }

    /** Everything that the given facts tell, in the order in which they became known. */
    public static Knowledge of(Collection<? extends Fact> facts) {
        Knowledge knowledge = new Knowledge();
        for (Fact fact : facts) {
            knowledge.add(fact);
        }
        return knowledge;
    }

    /**
     * Goes on from what {@link #write} wrote.
     *
     * @param stored the current version of a thing among the facts that were stored away, or {@code
     *     null}
     */
    public static Knowledge resumed(StateInput in, Function<String, Standing> stored) {
        return new Knowledge(in, stored);
    }

    /** Writes what is needed to go on. */
    public void write(StateOutput out) {
        order.write(out);
        commitments.write(out);
        extremes.write(out);
        deliveries.write(out);
        documents.write(out);
        counts.write(out);
        arrivals.write(out);
    }

    /** The newest version of the order in what {@link #write} wrote; {@code null} without one. */
    public static OrderFact orderIn(StateInput in) {
        return OrderStory.read(in).newest();
    }

    /** Adds what became known next. */
    public void add(Fact fact) {
        Standing before = standings.get(fact.header().identity());
        boolean isCurrent = before == null || Fact.BY_VERSION.compare(before.fact(), fact) <= 0;
        Standing after = isCurrent ? after(before, fact) : before;
        arrivals.hear(fact);
        if (!isCurrent) {
            standings.supersede(fact);
        } else if (before != null) {
            standings.supersede(before.fact());
        }
        if (isCurrent && !(fact instanceof InvoiceFact)) {
            standings.put(after);
        }
        if (fact instanceof OrderFact version) {
            add(version);
        } else if (fact instanceof AcknowledgementFact acknowledgement) {
            add(acknowledgement, before, isCurrent);
            if (isCurrent && !extremes.add(fact) && hasHistory()) {
                extremes.retell(standings.all());
            }
        } else if (isCurrent) {
            replace(before, after);
        }
    }

    private static Standing after(Standing before, Fact fact) {
        boolean everCounted = Counts.posts(fact) || before != null && before.everCounted();
        int answeredBy = before == null ? 0 : before.answeredBy();
        Standing after = new Standing(fact, fact.header(), everCounted, answeredBy);
        FactHeader since = before != null && saysTheSame(before, after) ? before.since() : null;
        return since == null ? after : after.since(since);
    }

    private static boolean saysTheSame(Standing before, Standing after) {
        Crossing.Part was = part(before);
        Crossing.Part is = part(after);
        return was != null && is != null && is.saysTheSame(was);
    }

    private static Crossing.Part part(Standing standing) {
        if (standing.fact() instanceof InvoiceFact invoice) {
            return invoice.counts() ? Billing.part(standing) : null;
        }
        return Deliveries.part(standing);
    }

    private void add(OrderFact version) {
        OrderFact known = order.newest();
        if (history != null) {
            history.remember(version);
        }
        if (!order.add(version)) {
            if (!hasHistory()) {
                return;
            }
            order.retell(history.orders());
            commitments.judgeAnew(history);
        } else if (commitments.isUnjudged() && hasHistory()) {
            commitments.judgeAnew(history);
        }
        recountFor(known);
    }

    /** What was counted against the order's quantity and price is counted anew if they changed. */
    private void recountFor(OrderFact known) {
        OrderFact now = order.newest();
        boolean quantity = known == null || known.quantity().compareTo(now.quantity()) != 0;
        boolean price =
                known == null
                        || known.unitPrice().compareTo(now.unitPrice()) != 0
                        || !known.currency().equals(now.currency());
        if (quantity && !deliveries.received().isEmpty() && hasHistory()) {
            deliveries.retell(standings.all(), now.quantity());
        }
        if ((quantity || price) && !documents.billing().isEmpty() && hasHistory()) {
            documents.retell(standings, now);
        }
    }

    private void add(AcknowledgementFact fact, Standing before, boolean isCurrent) {
        boolean isOver = reached(MilestoneName.CLOSED) != null;
        if (history != null) {
            history.remember(fact, isOver);
        }
        AcknowledgementFact known = before == null ? null : (AcknowledgementFact) before.fact();
        if (!commitments.add(fact, known, isCurrent, order.newest(), isOver) && hasHistory()) {
            commitments.retell(history);
        }
    }

    private void replace(Standing before, Standing after) {
        counts.replace(before, after);
        if (!arrivals.replace(before == null ? null : before.fact(), after.fact())
                && hasHistory()) {
            arrivals.retell(standings.all());
        }
        if (after.fact() instanceof InvoiceFact) {
            if (!documents.replace(before, after, standings, order.newest()) && hasHistory()) {
                documents.retell(standings, order.newest());
            }
            return;
        }
        if (!extremes.add(after.fact()) && hasHistory()) {
            extremes.retell(standings.all());
        }
        if (!deliveries.replace(before, after, ordered()) && hasHistory()) {
            deliveries.retell(standings.all(), ordered());
        }
    }

    /**
     * Tells from now on also when these portions were received, and no others; what is received in
     * full is always told.
     */
    public void watch(Collection<Portion> portions) {
        Set<BigDecimal> levels = new TreeSet<>();
        for (Portion portion : portions) {
            BigDecimal level = portion.needed(ordered());
            if (level != null) {
                levels.add(level);
            }
        }
        if (!deliveries.watch(levels) && hasHistory()) {
            deliveries.retell(standings.all(), ordered());
        }
    }

    /** When a portion that is watched was received; {@code null} if it is not. */
    public Reached received(Portion portion) {
        if (portion.kind() == Portion.Kind.IN_FULL) {
            return reached(MilestoneName.RECEIVED);
        }
        BigDecimal level = portion.needed(ordered());
        return level == null ? null : deliveries.received(level);
    }

    /** Matches by other terms from now on; what was matched already is matched anew. */
    public void matchBy(MatchTerms terms) {
        if (terms.equals(terms())) {
            return;
        }
        documents.billing().judgeBy(terms);
        if (!documents.billing().isEmpty() && hasHistory()) {
            documents.retell(standings, order.newest());
        }
    }

    /** Goes on with the terms that held when this was written. */
    public void goOnWith(MatchTerms terms) {
        documents.billing().judgeBy(terms);
    }

    /** The terms of the match. */
    MatchTerms terms() {
        return documents.billing().terms();
    }

    private boolean hasHistory() {
        sufficient &= history != null;
        return history != null;
    }

    /**
     * Whether everything could be told without the facts that were stored away. If not, nothing
     * that this says is to be believed.
     */
    public boolean isSufficient() {
        return sufficient;
    }

    /** The current versions that changed since it was resumed. */
    public Collection<Standing> changed() {
        return standings.all();
    }

    /** The versions that were superseded since it was resumed. */
    public List<Fact> superseded() {
        return standings.superseded();
    }

    /** The milestone if it is actually reached, else {@code null}. */
    public Reached reached(MilestoneName name) {
        return MilestoneRules.derive(name, this);
    }

    /** The last thing that a carrier said has happened; {@code null} if none did. */
    public Reached lastCarrierStatus() {
        return extremes.get(Slot.LAST_CARRIER);
    }

    /** The newest version of the order; {@code null} while the order is unknown. */
    public OrderFact order() {
        return order.newest();
    }

    /** Value of what is ordered and not yet received, in the order's currency. */
    public BigDecimal openValue() {
        if (order.newest() == null || reached(MilestoneName.CLOSED) != null) {
            return BigDecimal.ZERO;
        }
        return ordered()
                .subtract(deliveries.received().sum())
                .max(BigDecimal.ZERO)
                .multiply(order.newest().unitPrice());
    }

    /** The acknowledgement that was given last and is in force; {@code null} if there is none. */
    public AcknowledgementFact acknowledgement() {
        return commitments.newest();
    }

    /** Whether the supplier ever named another day than the order had when it spoke. */
    public boolean supplierMovedTheDate() {
        return commitments.movedDate();
    }

    /** Whether nothing was expected any more when the newest acknowledgement became known. */
    public boolean acknowledgedTooLate() {
        return commitments.newestCameTooLate();
    }

    /** What was ordered when the newest acknowledgement became known; {@code null} without one. */
    public BigDecimal orderedWhenAcknowledged() {
        return commitments.orderedThen();
    }

    /** The newest ship notice in force; {@code null} if there is none. */
    public ShipNoticeFact shipNotice() {
        return arrivals.notice();
    }

    /** The ship notice that was taken back last; {@code null} if none was. */
    public Reached noticeTakenBack() {
        return extreme(Slot.NOTICE_TAKEN_BACK);
    }

    /** The acknowledgement that was taken back last; {@code null} if none was. */
    public Reached acknowledgementTakenBack() {
        return extreme(Slot.ACKNOWLEDGEMENT_TAKEN_BACK);
    }

    /** When delivery is expected, the carrier's newest word before that of a ship notice. */
    public Reached expectedDelivery() {
        Reached carrier = extreme(Slot.CARRIER_ESTIMATE);
        return carrier == null ? extreme(Slot.NOTICE_ESTIMATE) : carrier;
    }

    /** Whether the goods were ever expected on another day than the order was planned for first. */
    public boolean deliveryWasMoved() {
        return arrivals.wereExpectedOnAnotherDayThan(order.firstPlannedAt());
    }

    /**
     * When the first of what is still to come is planned in Odoo; {@code Times.NONE} if unknown.
     */
    public long receiptPlannedAt() {
        return arrivals.plannedAt();
    }

    /** When that became known; {@code Times.NONE} if it did not. */
    public long receiptPlanKnownAt() {
        return arrivals.planKnownAt();
    }

    /** When the order was planned for at first; {@code Times.NONE} while it is unknown. */
    public long firstPlannedAt() {
        return order.firstPlannedAt();
    }

    /** The supplier's invoices in force that no booked bill names. */
    public Collection<InvoiceFact> unansweredInvoices() {
        return documents.unanswered();
    }

    /** How often what has happened. */
    public Counts counts() {
        return counts;
    }

    /**
     * When a part of a line that was split became known: what was due before that is the line's
     * matter; {@link Times#NONE} for any other line.
     */
    public long partSince() {
        // Nothing of a part is ever stored away.
        return order.newest() != null && order.newest().isPart() && history != null
                ? history.orders().get(0).header().knownAt()
                : Times.NONE;
    }

    /** The acknowledgements that count together, oldest first. */
    public List<AcknowledgementFact> acknowledgements() {
        return commitments.standing();
    }

    OrderStory orderStory() {
        return order;
    }

    CommitmentStory commitments() {
        return commitments;
    }

    Reached extreme(Slot slot) {
        return extremes.get(slot);
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Billing billing() {
        return documents.billing();
    }

    /** The ordered quantity; {@code null} while the order is unknown. */
    BigDecimal ordered() {
        return order.newest() == null ? null : order.newest().quantity();
    }
}
