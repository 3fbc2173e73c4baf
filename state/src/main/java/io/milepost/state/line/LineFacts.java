package io.milepost.state.line;

import io.milepost.state.codec.FactCodec;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The set of facts that is remembered of a line, in the order in which they became known.
 *
 * <p>Merging is commutative, associative and idempotent: the set only grows, a repeated fact keeps
 * its earliest knownAt, and of two contents of one version the one with the lower bytes is kept,
 * whichever came first.
 */
public final class LineFacts {

    private static final LineFacts NONE = new LineFacts(List.of());

    private final List<Fact> byKnowledge;

    private LineFacts(List<Fact> byKnowledge) {
        this.byKnowledge = byKnowledge;
    }

    /** No facts. */
    public static LineFacts none() {
        return NONE;
    }

    /** The set of the given facts, in whatever order and however often they are given. */
    public static LineFacts of(Iterable<? extends Fact> facts) {
        LineFacts set = NONE;
        for (Fact fact : facts) {
            set = set.merge(fact).facts();
        }
        return set;
    }

    /** Takes over a list that is sorted and free of repeats already, as the codec wrote it. */
    public static LineFacts ofSorted(List<Fact> sorted) {
        return new LineFacts(sorted);
    }

    /** The facts by knownAt. */
    public List<Fact> byKnowledge() {
        return Collections.unmodifiableList(byKnowledge);
    }

    /** The newest version of the order; {@code null} while the order is unknown. */
    public OrderFact order() {
        OrderFact newest = null;
        for (Fact fact : byKnowledge) {
            if (fact instanceof OrderFact order
                    && (newest == null
                            || order.header().version().compareTo(newest.header().version()) > 0)) {
                newest = order;
            }
        }
        return newest;
    }

    /** The same facts and more, none of them here already. */
    LineFacts with(Iterable<Fact> others) {
        List<Fact> facts = new ArrayList<>(byKnowledge);
        others.forEach(facts::add);
        facts.sort(Fact.BY_KNOWLEDGE);
        return new LineFacts(facts);
    }

    /** The same facts but for one. */
    LineFacts without(Fact fact) {
        return new LineFacts(byKnowledge.stream().filter(f -> !f.sameVersion(fact)).toList());
    }

    /** The facts that became known last, without as many of the others. */
    LineFacts after(int count) {
        return new LineFacts(List.copyOf(byKnowledge.subList(count, byKnowledge.size())));
    }

    /** Whether all of them became known after what has that place. */
    boolean areAfter(Place place) {
        return byKnowledge.isEmpty() || Place.of(byKnowledge.get(0)).compareTo(place) > 0;
    }

    /** How many there are. */
    public int size() {
        return byKnowledge.size();
    }

    /** The set with one more fact, and what that did. */
    public Merged merge(Fact fact) {
        boolean superseded = false;
        for (int i = 0; i < byKnowledge.size(); i++) {
            Fact known = byKnowledge.get(i);
            if (known.sameVersion(fact)) {
                return mergeRepeat(i, known, fact);
            }
            superseded |= known.supersedes(fact);
        }
        return new Merged(
                withInserted(byKnowledge, fact),
                superseded ? MergeOutcome.SUPERSEDED : MergeOutcome.ADDED);
    }

    private Merged mergeRepeat(int index, Fact known, Fact repeat) {
        Repeat settled = Repeat.of(known, repeat);
        return new Merged(
                settled.kept() == known ? this : replaced(index, settled.kept()),
                settled.outcome());
    }

    /**
     * What is kept of two statements about one version.
     *
     * @param kept the statement
     * @param outcome what the repeat did
     */
    record Repeat(Fact kept, MergeOutcome outcome) {

        static Repeat of(Fact known, Fact repeat) {
            if (!known.sameContent(repeat)) {
                return new Repeat(lowerBytes(known, repeat), MergeOutcome.CONFLICT);
            }
            Fact kept = known.knownFromEarlierOf(repeat);
            boolean earlier = kept.header().knownAt() < known.header().knownAt();
            return new Repeat(
                    kept, earlier ? MergeOutcome.DUPLICATE_KNOWN_EARLIER : MergeOutcome.DUPLICATE);
        }
    }

    private static Fact lowerBytes(Fact a, Fact b) {
        int order = Arrays.compareUnsigned(FactCodec.contentBytes(a), FactCodec.contentBytes(b));
        return order <= 0 ? a : b;
    }

    private LineFacts replaced(int index, Fact kept) {
        List<Fact> rest = new ArrayList<>(byKnowledge);
        rest.remove(index);
        return withInserted(rest, kept);
    }

    private static LineFacts withInserted(List<Fact> sorted, Fact fact) {
        List<Fact> facts = new ArrayList<>(sorted.size() + 1);
        facts.addAll(sorted);
        int at = facts.size();
        while (at > 0 && Fact.BY_KNOWLEDGE.compare(facts.get(at - 1), fact) > 0) {
            at--;
        }
        facts.add(at, fact);
        return new LineFacts(facts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineFacts that && byKnowledge.equals(that.byKnowledge);
    }

    @Override
    public int hashCode() {
        return byKnowledge.hashCode();
    }

    @Override
    public String toString() {
        return byKnowledge.toString();
    }

    /**
     * Result of a merge.
     *
     * @param facts the set after it
     * @param outcome what it did
     */
    public record Merged(LineFacts facts, MergeOutcome outcome) {}
}
