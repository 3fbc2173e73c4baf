package io.milepost.state.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Said;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a line when things are said one after the other, for tests. */
final class Told {

    private Told() {}

    /**
     * Everything that was said. However many of the facts were stored away on the way, the others
     * tell the same, or that they cannot tell.
     */
    static Knowledge knowledge(Said... said) {
        List<Fact> facts = Arrays.stream(said).map(Said::fact).toList();
        Knowledge all = Knowledge.of(facts);
        for (int stored = 0; stored <= facts.size(); stored++) {
            Knowledge resumed = resumed(facts, stored);
            if (resumed.isSufficient()) {
                assertThat(LineView.of(resumed))
                        .as("with %s facts stored away", stored)
                        .isEqualTo(LineView.of(all));
            }
        }
        return all;
    }

    /** What is known when all but the last one said were stored away. */
    static Knowledge afterStoring(Said... said) {
        return resumed(Arrays.stream(said).map(Said::fact).toList(), said.length - 1);
    }

    static LineView view(Said... said) {
        return LineView.of(knowledge(said));
    }

    /** The milestone that is actually reached; {@code null} if it is not. */
    static Reached actual(LineView view, MilestoneName name) {
        return milestone(view, name, TimeClassifier.ACTUAL);
    }

    /** The milestone of that name and certainty; {@code null} if there is none. */
    static Reached milestone(LineView view, MilestoneName name, TimeClassifier classifier) {
        return view.milestones().stream()
                .filter(m -> m.name() == name && m.classifier() == classifier)
                .findFirst()
                .orElse(null);
    }

    private static Knowledge resumed(List<Fact> facts, int stored) {
        Knowledge first = Knowledge.of(facts.subList(0, stored));
        Map<String, Standing> archive = new HashMap<>();
        first.changed().forEach(s -> archive.put(s.fact().header().identity(), s));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        first.write(new StateOutput(new DataOutputStream(bytes)));
        Knowledge resumed = Knowledge.resumed(new StateInput(bytes.toByteArray()), archive::get);
        facts.subList(stored, facts.size()).forEach(resumed::add);
        return resumed;
    }
}
