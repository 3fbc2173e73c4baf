package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Merging is commutative, associative and idempotent. */
class LineFactsLawsTest {

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Scenarios.facts();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("the order does not matter")
    void commutes(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        assertThat(LineFacts.of(shuffled)).isEqualTo(LineFacts.of(facts));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("two halves may be merged first")
    void associates(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        int split = random.nextInt(facts.size() + 1);
        LineFacts left = LineFacts.of(facts.subList(0, split));
        LineFacts right = LineFacts.of(facts.subList(split, facts.size()));

        assertThat(merged(left, right)).isEqualTo(LineFacts.of(facts));
        assertThat(merged(right, left)).isEqualTo(LineFacts.of(facts));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("saying it again changes nothing")
    void repeats(@ForAll("lives") List<Fact> facts) {
        LineFacts once = LineFacts.of(facts);

        assertThat(merged(once, once)).isEqualTo(once);
        assertThat(merged(once, LineFacts.of(facts))).isEqualTo(once);
        assertThat(LineFacts.ofSorted(once.byKnowledge())).isEqualTo(once);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("a repeat is known from the earliest of its times on")
    void keepsTheEarliestKnownAt(@ForAll("lives") List<Fact> facts) {
        List<Fact> twice = new ArrayList<>();
        facts.forEach(f -> twice.add(later(f)));
        twice.addAll(facts);

        assertThat(LineFacts.of(twice)).isEqualTo(LineFacts.of(facts));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("facts are kept in the order in which they became known")
    void isSorted(@ForAll("lives") List<Fact> facts) {
        assertThat(LineFacts.of(facts).byKnowledge()).isSortedAccordingTo(Fact.BY_KNOWLEDGE);
    }

    private static Fact later(Fact fact) {
        return fact.withHeader(KnownAt.of(fact.header(), fact.header().knownAt() + 1));
    }

    private static LineFacts merged(LineFacts one, LineFacts other) {
        LineFacts all = one;
        for (Fact fact : other.byKnowledge()) {
            all = all.merge(fact).facts();
        }
        return all;
    }
}
