package io.milepost.state.view;

import io.milepost.state.codec.FactCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides which invoices are in force: a supplier's document is while no booked bill in force names
 * its number. Keeps what is charged by those in force, and of documents that bills name and that
 * never came, hashes of their identities: a few bytes for each, and only a document that may be
 * named has all bills be looked through.
 */
final class Documents {

    private final Billing billing;
    private final List<Integer> missing = new ArrayList<>();
    private final SortedMap<String, InvoiceFact> unanswered = new TreeMap<>();

    Documents() {
        this(new Billing());
    }

    private Documents(Billing billing) {
        this.billing = billing;
    }

    Billing billing() {
        return billing;
    }

    /** The supplier's invoices in force that no booked bill names, by identity. */
    Collection<InvoiceFact> unanswered() {
        return unanswered.values();
    }

    private void put(Standing standing, Standings standings) {
        standings.put(standing);
        InvoiceFact invoice = (InvoiceFact) standing.fact();
        if (invoice.booked() || invoice.credit()) {
            return;
        }
        if (inForce(standing)) {
            unanswered.put(invoice.header().identity(), invoice);
        } else {
            unanswered.remove(invoice.header().identity());
        }
    }

    /**
     * Takes in a current version in place of the one before, and puts it into the standings.
     *
     * @param before the version before; {@code null} if there was none
     * @return false if it has to be counted anew, with {@link #retell}
     */
    boolean replace(Standing before, Standing after, Standings standings, OrderFact order) {
        return booked(after)
                ? replaceBill(before, after, standings, order)
                : replaceDocument(before, after, standings, order);
    }

    private boolean replaceBill(
            Standing before, Standing after, Standings standings, OrderFact order) {
        Standing out = before != null && counts(before) ? before : null;
        Standing in = counts(after) ? after : null;
        String named = names(out);
        String names = names(in);
        if (Objects.equals(named, names)) {
            put(after, standings);
            return billing.replace(out, in, order);
        }
        boolean told = named == null || release(named, standings);
        Standing answered = names == null ? null : answer(names, standings);
        if (answered == null) {
            put(after, standings);
            return told & billing.replace(out, in, order);
        }
        Crossing.Part charged = Billing.part(answered);
        boolean same = charged != null && charged.saysTheSame(Billing.part(after));
        Standing taken = same ? after.since(answered.since()) : after;
        put(taken, standings);
        return out == null && told && billing.replace(answered, taken, order);
    }

    /** A bill no longer names a document; false if that one is in force again. */
    private boolean release(String document, Standings standings) {
        Standing standing = standings.get(document);
        if (standing == null) {
            missing.remove(Integer.valueOf(document.hashCode()));
            return true;
        }
        Standing released = standing.answeredByMore(-1);
        put(released, standings);
        return released.answeredBy() > 0 || !counts(released);
    }

    /** A bill names a document, which is given back if it was in force until now. */
    private Standing answer(String document, Standings standings) {
        Standing standing = standings.get(document);
        if (standing == null) {
            missing.add(document.hashCode());
            return null;
        }
        put(standing.answeredByMore(1), standings);
        return inForce(standing) ? standing : null;
    }

    private boolean replaceDocument(
            Standing before, Standing after, Standings standings, OrderFact order) {
        Standing now = after;
        boolean told = true;
        String document = after.fact().header().identity();
        if (before == null && missing.contains(document.hashCode())) {
            int bills = billsNaming(document, standings);
            told = standings.areComplete();
            for (int i = 0; i < bills; i++) {
                missing.remove(Integer.valueOf(document.hashCode()));
            }
            now = after.answeredByMore(bills);
        }
        put(now, standings);
        return told
                & billing.replace(
                        before != null && inForce(before) ? before : null,
                        inForce(now) ? now : null,
                        order);
    }

    private static int billsNaming(String document, Standings standings) {
        int bills = 0;
        for (Standing standing : standings.all()) {
            if (document.equals(names(standing)) && counts(standing)) {
                bills++;
            }
        }
        return bills;
    }

    /** Counts anew. */
    void retell(Standings standings, OrderFact order) {
        List<Standing> inForce = new ArrayList<>();
        for (Standing standing : standings.all()) {
            if (standing.fact() instanceof InvoiceFact && inForce(standing)) {
                inForce.add(standing);
            }
        }
        billing.retell(inForce, order);
    }

    private static boolean inForce(Standing invoice) {
        return counts(invoice) && (booked(invoice) || invoice.answeredBy() == 0);
    }

    private static boolean counts(Standing invoice) {
        return ((InvoiceFact) invoice.fact()).counts();
    }

    private static boolean booked(Standing invoice) {
        return ((InvoiceFact) invoice.fact()).booked();
    }

    /** Identity of the supplier's document that a bill names; {@code null} if it names none. */
    private static String names(Standing bill) {
        if (bill == null || !(bill.fact() instanceof InvoiceFact invoice) || !invoice.booked()) {
            return null;
        }
        return invoice.number() == null
                ? null
                : InvoiceFact.documentIdentity(invoice.credit(), invoice.number());
    }

    void write(StateOutput out) {
        billing.write(out);
        out.number(missing.size());
        missing.forEach(out::number);
        out.number(unanswered.size());
        unanswered.values().forEach(invoice -> FactCodec.write(invoice, out));
    }

    static Documents read(StateInput in) {
        Documents documents = new Documents(Billing.read(in));
        int count = in.count();
        for (int i = 0; i < count; i++) {
            documents.missing.add(in.count());
        }
        int invoices = in.count();
        for (int i = 0; i < invoices; i++) {
            InvoiceFact invoice = (InvoiceFact) FactCodec.read(in);
            documents.unanswered.put(invoice.header().identity(), invoice);
        }
        return documents;
    }
}
