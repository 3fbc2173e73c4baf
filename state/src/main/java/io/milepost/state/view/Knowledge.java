package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.TechnicalFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a line at some point: facts are added in the order in which they became known,
 * and at every point the current fact of an identity is its highest version. Milestones are derived
 * on demand and kept until a fact comes that bears on them, so that going through a line's
 * knowledge step by step costs little more than looking at its end.
 */
public final class Knowledge {

    /** Documents of one version are told apart by their name, so that their order is never open. */
    private static final Comparator<Fact> BY_VERSION =
            Comparator.comparing((Fact f) -> f.header().version())
                    .thenComparing(f -> f.header().identity());

    private final List<OrderFact> orders = new ArrayList<>(4);
    private final List<AcknowledgementFact> acknowledgements = new ArrayList<>(4);
    private final Map<String, Fact> current = new LinkedHashMap<>();
    private final Totals totals = new Totals();
    private final Counts counts = new Counts();
    private final Map<MilestoneName, Derived> derived = new EnumMap<>(MilestoneName.class);

    /** Everything that the given facts tell. */
    public static Knowledge of(Collection<? extends Fact> facts) {
        Knowledge knowledge = new Knowledge();
        for (Fact fact : facts) {
            knowledge.add(fact);
        }
        return knowledge;
    }

    /** Adds what became known next. */
    public void add(Fact fact) {
        if (fact instanceof OrderFact order) {
            insertByVersion(orders, order);
        } else if (fact instanceof AcknowledgementFact acknowledgement) {
            insertByVersion(acknowledgements, acknowledgement);
        }
        Fact before = current.get(fact.header().identity());
        if (before == null || BY_VERSION.compare(before, fact) <= 0) {
            current.put(fact.header().identity(), fact);
            totals.replace(before, fact);
            counts.replace(before, fact);
        }
        derived.keySet().removeIf(name -> MilestoneRules.bearsOn(fact, name));
    }

    /** The milestone if it is actually reached, else {@code null}. */
    public Reached reached(MilestoneName name) {
        Derived known = derived.get(name);
        if (known == null) {
            known = new Derived(MilestoneRules.derive(name, this));
            derived.put(name, known);
        }
        return known.reached();
    }

    /** The newest version of the order; {@code null} while the order is unknown. */
    public OrderFact order() {
        return orders.isEmpty() ? null : orders.get(orders.size() - 1);
    }

    /** Every version of the order that is known, oldest version first. */
    public List<OrderFact> orderHistory() {
        return orders;
    }

    /** Every version of every acknowledgement, oldest version first. */
    List<AcknowledgementFact> acknowledgementHistory() {
        return acknowledgements;
    }

    /** The acknowledgements in force, oldest version first. */
    public List<AcknowledgementFact> acknowledgementsInForce() {
        List<AcknowledgementFact> inForce = new ArrayList<>(acknowledgements.size());
        for (AcknowledgementFact acknowledgement : acknowledgements) {
            if (!acknowledgement.cancelled()
                    && current.get(acknowledgement.header().identity()) == acknowledgement) {
                inForce.add(acknowledgement);
            }
        }
        return inForce;
    }

    /** The acknowledgement that counts now: the newest in force; {@code null} if there is none. */
    public AcknowledgementFact acknowledgement() {
        List<AcknowledgementFact> inForce = acknowledgementsInForce();
        return inForce.isEmpty() ? null : inForce.get(inForce.size() - 1);
    }

    List<ShipNoticeFact> shipNotices() {
        return currentOf(ShipNoticeFact.class);
    }

    List<CarrierFact> carrierStatuses() {
        return currentOf(CarrierFact.class);
    }

    List<TechnicalFact> technicals() {
        return currentOf(TechnicalFact.class);
    }

    List<ReceiptFact> receipts() {
        return currentOf(ReceiptFact.class);
    }

    List<InvoiceFact> invoices() {
        return Invoices.inForce(currentOf(InvoiceFact.class));
    }

    Totals totals() {
        return totals;
    }

    /** How often what has happened. */
    public Counts counts() {
        return counts;
    }

    private <F extends Fact> List<F> currentOf(Class<F> kind) {
        List<F> facts = new ArrayList<>();
        for (Fact fact : current.values()) {
            if (kind.isInstance(fact)) {
                facts.add(kind.cast(fact));
            }
        }
        return facts;
    }

    private static <F extends Fact> void insertByVersion(List<F> sorted, F fact) {
        int at = sorted.size();
        while (at > 0 && BY_VERSION.compare(sorted.get(at - 1), fact) > 0) {
            at--;
        }
        sorted.add(at, fact);
    }

    /** A derived milestone; {@code null} inside means: derived, and not reached. */
    private record Derived(Reached reached) {}
}
