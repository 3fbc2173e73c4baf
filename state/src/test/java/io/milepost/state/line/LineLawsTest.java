package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineStage;
import io.milepost.events.SlaAlert;
import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Knowledge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What becomes of a line is a function of its facts, and of nothing else. */
class LineLawsTest {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);
    private static final RuleBook RULES = Rules.all();

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Scenarios.facts();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("however facts arrive, the line ends the same")
    void endsTheSame(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        Arrival oneWay = Arrival.of(facts, random);
        Arrival otherWay = Arrival.of(facts, random);
        Line oneLine = oneWay.line(KEY, RULES);
        Line otherLine = otherWay.line(KEY, RULES);
        LineState one = oneWay.happenTo(oneLine, new Reader());
        LineState other = otherWay.happenTo(otherLine, new Reader());

        assertThat(otherLine.everything(other)).isEqualTo(oneLine.everything(one));
        assertThat(other.milestones()).isEqualTo(one.milestones());
        assertThat(otherLine.episodes(other)).isEqualTo(oneLine.episodes(one));
        assertThat(other.statusDigest()).isEqualTo(one.statusDigest());
        assertThat(other.conflicts()).isEqualTo(one.conflicts());
        assertThat(other.overSince()).isEqualTo(one.overSince());
        assertThat(other.dormantSince()).isEqualTo(one.dormantSince());
        assertThat(other.nextInstant()).isEqualTo(one.nextInstant());
        if (one.overSince() != Times.NONE) {
            assertThat(one.nextInstant()).isEqualTo(Times.NONE);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("statistics")
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Label("lives are eventful: breaches of every kind, conflicts, closed and cancelled lines")
    void livesAreEventful(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        Reader reader = new Reader();
        Arrival arrival = Arrival.of(facts, random);
        Line line = arrival.line(KEY, RULES);
        LineState end = arrival.happenTo(line, reader);

        line.episodes(end).forEach(e -> Statistics.label("episodes").collect(e.status()));
        Statistics.label("withdrawn").collect(reader.withdrawn() > 0);
        Statistics.label("conflict").collect(!end.conflicts().isEmpty());
        Statistics.label("stage").collect(reader.status().getStage());
        Statistics.label("episodes")
                .coverage(
                        coverage -> {
                            coverage.check(EpisodeStatus.OPEN).percentage(p -> p > 10);
                            coverage.check(EpisodeStatus.CLEARED).percentage(p -> p > 10);
                            coverage.check(EpisodeStatus.RETRACTED).percentage(p -> p > 0.4);
                        });
        Statistics.label("withdrawn").coverage(c -> c.check(true).percentage(p -> p > 3));
        Statistics.label("conflict").coverage(c -> c.check(true).percentage(p -> p > 3));
        Statistics.label("stage")
                .coverage(
                        coverage -> {
                            coverage.check(LineStage.CLOSED).percentage(p -> p > 3);
                            coverage.check(LineStage.CANCELLED).percentage(p -> p > 3);
                        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("readers who keep the last word know what the line knows")
    void lastWordsAreTheView(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        Reader reader = new Reader();
        Arrival arrival = Arrival.of(facts, random);
        Line line = arrival.line(KEY, RULES);
        LineState end = arrival.happenTo(line, reader);

        Map<String, Long> milestones = new TreeMap<>();
        end.milestones()
                .forEach(m -> milestones.put(m.name() + "/" + m.classifier(), m.occurredAt()));
        assertThat(reader.milestones()).isEqualTo(milestones);
        assertThat(reader.breaches().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        line.episodes(end).stream().map(e -> e.id(KEY)).toList());
        line.episodes(end).forEach(e -> assertTold(reader.breaches().get(e.id(KEY)), e));
        assertThat(StatusOf.digest(reader.status())).isEqualTo(end.statusDigest());
        assertThat(reader.conflicts()).doesNotHaveDuplicates().hasSameSizeAs(end.conflicts());
        assertThat(reader.commands())
                .as("what Odoo should be asked for now was asked last")
                .containsAll(
                        wanted(Knowledge.of(line.everything(end).byKnowledge())).stream()
                                .map(Wish::commandId)
                                .toList());
    }

    /** What is wanted of Odoo, without what it has already or has no receipt for. */
    private static List<Wish> wanted(Knowledge knowledge) {
        Wishes wishes = new Wishes(KEY, knowledge, Answers.NONE, RULES);
        return wishes.all().stream()
                .filter(w -> !w.isAboutReceipt() || knowledge.receiptPlannedAt() != Times.NONE)
                .filter(w -> !wishes.needless().contains(EmittedCommand.unasked(w)))
                .toList();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("a replay of everything says nothing")
    void replayIsSilent(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        Arrival arrival = Arrival.of(facts, random);
        Line line = arrival.line(KEY, RULES);
        LineState end = arrival.happenTo(line, new Reader());
        List<Fact> again = new ArrayList<>(facts);
        Collections.shuffle(again, random);

        LineState state = end;
        for (Fact fact : again) {
            Step step = line.apply(state, fact, Times.NONE);
            assertThat(step.outputs().isEmpty()).as("outputs of %s", fact).isTrue();
            assertThat(step.outcome()).isIn(MergeOutcome.DUPLICATE, MergeOutcome.CONFLICT);
            state = step.state();
        }
        assertThat(state).isEqualTo(end);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("the clock alone decides the same at once as step by step")
    void clockMayJump(@ForAll("lives") List<Fact> facts, @ForAll Random random) {
        Line line = new Line(KEY, RULES, FactArchive.inMemory());
        LineState known = LineState.EMPTY;
        for (Fact fact : facts) {
            known = line.apply(known, fact, Times.NONE).state();
        }
        LineState steps = known;
        while (steps.nextInstant() != Times.NONE) {
            long due = steps.nextInstant();
            assertThat(line.tick(steps, due - 1).outputs().isEmpty())
                    .as("nothing is decided a microsecond early")
                    .isTrue();
            steps = line.tick(steps, due).state();
            assertThat(steps.nextInstant()).isNotEqualTo(due);
        }
        assertThat(steps.episodes()).isEqualTo(line.tick(known, Scenarios.END).state().episodes());
    }

    @Example
    @Tag("statistics")
    @Label("the law is caught breaking: decisions by what has arrived")
    void catchesDecisionsByArrival() {
        assertThat(agrees(DecidedByArrival::asKnown)).as("the right way").isTrue();
        assertThat(agrees(DecidedByArrival::asArrived)).as("the wrong way").isFalse();
    }

    @Example
    @Tag("statistics")
    @Label("the law is caught breaking: the last content to arrive wins a conflict")
    void catchesLastWriterWins() {
        assertThatThrownBy(
                        () ->
                                samples(
                                        (facts, random) -> {
                                            List<Fact> other = new ArrayList<>(facts);
                                            Collections.shuffle(other, random);
                                            assertThat(lastWins(other)).isEqualTo(lastWins(facts));
                                        }))
                .isInstanceOf(AssertionError.class);
    }

    /** Whether two arrivals of each of many lives end with the same episodes. */
    private static boolean agrees(Function<Arrival, List<Episode>> decided) {
        boolean[] agrees = {true};
        samples(
                (facts, random) ->
                        agrees[0] &=
                                decided.apply(Arrival.of(facts, random))
                                        .equals(decided.apply(Arrival.of(facts, random))));
        return agrees[0];
    }

    private static void samples(BiConsumer<List<Fact>, Random> each) {
        Random random = new Random(20260201);
        Scenarios.facts().sampleStream().limit(300).forEach(facts -> each.accept(facts, random));
    }

    private static Map<String, Fact> lastWins(List<Fact> facts) {
        Map<String, Fact> set = new TreeMap<>();
        facts.forEach(fact -> set.put(fact.header().factId(), fact));
        return set;
    }

    private static void assertTold(SlaAlert told, Episode episode) {
        assertThat(told.getStatus()).isEqualTo(episode.status());
        assertThat(told.getRule()).isEqualTo(episode.rule());
        assertThat(told.getRuleVersion()).isEqualTo(episode.ruleVersion());
        assertThat(Times.micros(told.getDeadlineAt())).isEqualTo(episode.deadline());
        assertThat(Times.micros(told.getOpenedAt())).isEqualTo(episode.openedAt());
        assertThat(Times.micros(told.getClosedAt())).isEqualTo(episode.closedAt());
        assertThat(told.getClosedBy()).isEqualTo(episode.closedBy());
    }
}
