package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.LineView;
import io.milepost.state.view.Standing;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Milestones are kept while knowledge grows; what is kept must be what would be derived anew. */
class KnowledgeLawsTest {

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Scenarios.facts();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("going step by step sees at every step what a fresh look sees")
    void stepByStepIsAtOnce(@ForAll("lives") List<Fact> facts) {
        List<Fact> sorted = LineFacts.of(facts).byKnowledge();
        Knowledge growing = new Knowledge();
        for (int known = 1; known <= sorted.size(); known++) {
            growing.add(sorted.get(known - 1));

            assertThat(LineView.of(growing))
                    .isEqualTo(LineView.of(Knowledge.of(sorted.subList(0, known))));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("milestones, promises, quantities and match do not depend on the order of the facts")
    void viewIsAFunctionOfTheSet(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        List<Fact> set = new ArrayList<>(LineFacts.of(facts).byKnowledge());
        LineView one = LineView.of(Knowledge.of(set));
        Collections.shuffle(set, random);
        LineView other = LineView.of(Knowledge.of(set));

        assertThat(other.milestones().stream().map(EmittedMilestone::of).toList())
                .isEqualTo(one.milestones().stream().map(EmittedMilestone::of).toList());
        assertThat(other.firstPromise()).isEqualTo(one.firstPromise());
        assertThat(other.currentPromise()).isEqualTo(one.currentPromise());
        assertThat(other.match()).isEqualTo(one.match());
        assertThat(other.quantities().received()).isEqualByComparingTo(one.quantities().received());
        assertThat(other.quantities().shipped()).isEqualByComparingTo(one.quantities().shipped());
        assertThat(other.quantities().invoiced()).isEqualByComparingTo(one.quantities().invoiced());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("sums that go on without the facts say what all facts say, or that they cannot")
    void goesOnWithoutTheFacts(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        List<Fact> sorted = LineFacts.of(facts).byKnowledge();

        Knowledge resumed = resumed(sorted, random.nextInt(sorted.size()));

        if (resumed.isSufficient()) {
            Knowledge all = Knowledge.of(sorted);
            assertThat(LineView.of(resumed)).isEqualTo(LineView.of(all));
            assertThat(resumed.supplierMovedTheDate()).isEqualTo(all.supplierMovedTheDate());
            assertThat(resumed.acknowledgedTooLate()).isEqualTo(all.acknowledgedTooLate());
            assertThat(resumed.counts()).usingRecursiveComparison().isEqualTo(all.counts());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("statistics")
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Label("sums often go on without the facts")
    void oftenGoesOn(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        List<Fact> sorted = LineFacts.of(facts).byKnowledge();

        Knowledge resumed = resumed(sorted, random.nextInt(sorted.size()));

        Statistics.label("sufficient").collect(resumed.isSufficient());
        Statistics.label("sufficient").coverage(c -> c.check(true).percentage(p -> p > 25));
    }

    /** What is known when so many facts were stored away before the others came. */
    private static Knowledge resumed(List<Fact> sorted, int stored) {
        Knowledge first = Knowledge.of(sorted.subList(0, stored));
        Map<String, Standing> archive = new HashMap<>();
        first.changed().forEach(s -> archive.put(s.fact().header().identity(), s));
        Knowledge resumed = Knowledge.resumed(written(first), archive::get);
        sorted.subList(stored, sorted.size()).forEach(resumed::add);
        return resumed;
    }

    private static StateInput written(Knowledge knowledge) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        knowledge.write(new StateOutput(new DataOutputStream(bytes)));
        return new StateInput(bytes.toByteArray());
    }
}
