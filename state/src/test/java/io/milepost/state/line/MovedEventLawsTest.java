package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.TimeClassifier;
import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Times;
import io.milepost.state.correlation.Turn;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Version;
import io.milepost.state.sla.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A carrier's event that turns out to belong to another line leaves nothing behind. */
class MovedEventLawsTest {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);
    private static final RuleBook RULES = Rules.all();

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Scenarios.facts();
    }

    @Provide
    Arbitrary<CarrierFact> strangers() {
        return Combinators.combine(
                        Scenarios.times(),
                        Scenarios.times(),
                        Arbitraries.of(CarrierStatus.values()),
                        Arbitraries.of(TimeClassifier.values()),
                        Scenarios.times())
                .as(
                        (occurred, known, status, classifier, estimate) ->
                                new CarrierFact(
                                        new FactHeader(
                                                "carrier/stranger",
                                                Version.of(occurred),
                                                "stranger",
                                                occurred,
                                                occurred,
                                                known,
                                                null),
                                        status,
                                        classifier,
                                        estimate));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("a line that had an event for a while ends as if it never had")
    void leavesNothing(
            @ForAll("lives") List<Fact> facts,
            @ForAll("strangers") CarrierFact stranger,
            @ForAll Random random) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(stranger);
        more.add(Turn.fact(stranger, 1, Set.of()));

        assertEndsTheSame(facts, more, random);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("a line that was given it again ends as if it had it all the time")
    void comesBackWhole(
            @ForAll("lives") List<Fact> facts,
            @ForAll("strangers") CarrierFact stranger,
            @ForAll Random random) {
        List<Fact> having = new ArrayList<>(facts);
        having.add(stranger);
        List<Fact> more = new ArrayList<>(having);
        more.add(Turn.fact(stranger, 1, Set.of()));
        more.add(Turn.fact(stranger, 2, Set.of()));

        assertEndsTheSame(having, more, random);
    }

    private static void assertEndsTheSame(List<Fact> facts, List<Fact> more, Random random) {
        Reader reader = new Reader();
        Reader other = new Reader();
        LineState expected = end(facts, random, reader);
        LineState found = end(more, random, other);

        assertThat(other.milestones()).isEqualTo(reader.milestones());
        assertThat(found.statusDigest()).isEqualTo(expected.statusDigest());
        assertThat(found.conflicts()).isEqualTo(expected.conflicts());
        assertThat(other.breaches().keySet()).isEqualTo(reader.breaches().keySet());
        other.breaches()
                .forEach(
                        (id, alert) -> {
                            assertThat(alert.getStatus())
                                    .isEqualTo(reader.breaches().get(id).getStatus());
                            assertThat(alert.getClosedAt())
                                    .isEqualTo(reader.breaches().get(id).getClosedAt());
                        });
        assertThat(found.overSince() == Times.NONE).isEqualTo(expected.overSince() == Times.NONE);
    }

    private static LineState end(List<Fact> facts, Random random, Reader reader) {
        Arrival arrival = Arrival.of(facts, random);
        return arrival.happenTo(arrival.line(KEY, RULES), reader);
    }
}
