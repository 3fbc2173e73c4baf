package io.milepost.state.items;

import io.milepost.state.line.MergeOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What the newest documents say about one thing, the newest first: of each document its newest
 * version, of all documents the newest {@value #KEPT}. So when one is taken back, the one before it
 * counts again, and what is kept stays small.
 *
 * <p>Merging is commutative, associative and idempotent. A document that is dropped because {@value
 * #KEPT} newer ones are known can only come back by a newer version, since those others never grow
 * older.
 *
 * @param newestFirst the statements
 * @param <F> what they say
 */
public record Statements<F extends ItemFact>(List<Statement<F>> newestFirst) {

    /** How many documents are kept. */
    public static final int KEPT = 4;

    private static final Comparator<Statement<?>> NEWEST_FIRST =
            Comparator.comparing((Statement<?> s) -> s.fact().header().version())
                    .thenComparing(s -> s.fact().header().document())
                    .reversed();

    /** Keeps its own copy. */
    public Statements {
        newestFirst = List.copyOf(newestFirst);
    }

    /** Nothing was said. */
    public static <F extends ItemFact> Statements<F> none() {
        return new Statements<>(List.of());
    }

    /** Whether nothing was said. */
    public boolean isEmpty() {
        return newestFirst.isEmpty();
    }

    /** The newest statement, taken back or not; there has to be one. */
    public F newest() {
        return newestFirst.get(0).fact();
    }

    /** The newest statement that is not taken back; {@code null} if there is none. */
    public F current() {
        return inForce().isEmpty() ? null : inForce().get(0);
    }

    /** The statements that are not taken back, the newest first. */
    public List<F> inForce() {
        return newestFirst.stream()
                .map(Statement::fact)
                .filter(fact -> !fact.header().cancelled())
                .toList();
    }

    /** Ids of the statements that are newer than one; of all if it is {@code null}. */
    List<String> newerThan(F fact) {
        return newestFirst.stream()
                .map(Statement::fact)
                .takeWhile(newer -> !newer.equals(fact))
                .map(ItemFact::factId)
                .toList();
    }

    /** The statements with one more. */
    Merged<F> merge(F fact) {
        for (int i = 0; i < newestFirst.size(); i++) {
            Statement<F> known = newestFirst.get(i);
            if (known.fact().header().document().equals(fact.header().document())) {
                return mergeSame(i, known, fact);
            }
        }
        Statements<F> after = with(newestFirst, new Statement<>(fact, false));
        boolean newest = after.newest().equals(fact);
        return new Merged<>(after, newest ? MergeOutcome.ADDED : MergeOutcome.SUPERSEDED);
    }

    private Merged<F> mergeSame(int index, Statement<F> known, F fact) {
        int order = fact.header().version().compareTo(known.fact().header().version());
        if (order < 0) {
            return new Merged<>(this, MergeOutcome.SUPERSEDED);
        } else if (order > 0) {
            return new Merged<>(replaced(index, new Statement<>(fact, false)), MergeOutcome.ADDED);
        } else if (!known.fact().sameContent(fact)) {
            F kept = lowerBytes(known.fact(), fact);
            return new Merged<>(
                    replaced(index, new Statement<>(kept, true)), MergeOutcome.CONFLICT);
        } else if (fact.header().knownAt() >= known.fact().header().knownAt()) {
            return new Merged<>(this, MergeOutcome.DUPLICATE);
        }
        return new Merged<>(
                replaced(index, new Statement<>(fact, known.contradicted())),
                MergeOutcome.DUPLICATE_KNOWN_EARLIER);
    }

    private static <F extends ItemFact> F lowerBytes(F a, F b) {
        int order =
                Arrays.compareUnsigned(
                        ItemFactCodec.contentBytes(a), ItemFactCodec.contentBytes(b));
        return order <= 0 ? a : b;
    }

    private Statements<F> replaced(int index, Statement<F> statement) {
        List<Statement<F>> rest = new ArrayList<>(newestFirst);
        rest.remove(index);
        return with(rest, statement);
    }

    private static <F extends ItemFact> Statements<F> with(
            List<Statement<F>> others, Statement<F> statement) {
        List<Statement<F>> all = new ArrayList<>(others);
        all.add(statement);
        Collections.sort(all, NEWEST_FIRST);
        return new Statements<>(all.subList(0, Math.min(KEPT, all.size())));
    }

    /**
     * One statement.
     *
     * @param fact what is said
     * @param contradicted whether the same version also said something else
     */
    public record Statement<F extends ItemFact>(F fact, boolean contradicted) {}

    /**
     * Result of a merge.
     *
     * @param after the statements after it
     * @param outcome what it did
     */
    record Merged<F extends ItemFact>(Statements<F> after, MergeOutcome outcome) {}
}
