package io.milepost.state.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.Times;
import io.milepost.state.line.MergeOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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

/** What becomes of an item is a function of its facts and the clock, and of nothing else. */
class ItemLawsTest {

    private final Item item = new Item(ItemStory.KEY, ItemStory.RULES);

    @Provide
    Arbitrary<List<ItemFact>> lives() {
        return ItemScenarios.facts();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("the order does not matter, and two halves may be merged first")
    void commutesAndAssociates(@ForAll("lives") List<ItemFact> facts, @ForAll Random random) {
        ItemFacts once = merged(ItemFacts.NONE, facts);
        List<ItemFact> shuffled = shuffled(facts, random);
        int split = random.nextInt(facts.size() + 1);
        ItemFacts left = merged(ItemFacts.NONE, shuffled.subList(0, split));

        assertThat(merged(ItemFacts.NONE, shuffled)).isEqualTo(once);
        assertThat(merged(left, facts)).isEqualTo(once);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("saying it again changes nothing")
    void repeats(@ForAll("lives") List<ItemFact> facts, @ForAll Random random) {
        ItemFacts once = merged(ItemFacts.NONE, facts);

        assertThat(merged(once, shuffled(facts, random))).isEqualTo(once);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("however facts arrive, readers who keep the last word know what holds")
    void endsTheSame(@ForAll("lives") List<ItemFact> facts, @ForAll Random random) {
        ItemReader one = new ItemReader();
        ItemReader other = new ItemReader();
        ItemState end = ItemArrival.of(facts, random).happenTo(item, one);
        ItemState otherEnd = ItemArrival.of(facts, random).happenTo(item, other);

        assertThat(otherEnd.facts()).isEqualTo(end.facts());
        assertThat(otherEnd.nextInstant()).isEqualTo(end.nextInstant());
        assertThat(one.odoo()).isEqualTo(holding(facts)).isEqualTo(other.odoo());
        assertThat(one.open()).isEqualTo(wrong(facts)).isEqualTo(other.open());
        assertThat(one.commandIds()).doesNotHaveDuplicates();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("a replay of everything says nothing")
    void replayIsSilent(@ForAll("lives") List<ItemFact> facts, @ForAll Random random) {
        ItemState end = ItemArrival.of(facts, random).happenTo(item, new ItemReader());

        ItemState state = end;
        for (ItemFact fact : shuffled(facts, random)) {
            ItemStep step = item.apply(state, fact, Times.NONE);
            assertThat(step.isSilent()).as("silence at %s", fact).isTrue();
            assertThat(step.outcome())
                    .isIn(MergeOutcome.DUPLICATE, MergeOutcome.CONFLICT, MergeOutcome.SUPERSEDED);
            state = step.state();
        }
        assertThat(state).isEqualTo(end);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("the clock alone decides the same at once as step by step, and never too early")
    void clockMayJump(@ForAll("lives") List<ItemFact> facts) {
        ItemState known = ItemState.EMPTY;
        for (ItemFact fact : facts) {
            known = item.apply(known, fact, Times.NONE).state();
        }
        ItemReader jumped = new ItemReader();
        jumped.read(item.tick(known, ItemScenarios.END));
        ItemReader walked = new ItemReader();
        ItemState state = known;
        while (state.nextInstant() != Times.NONE && state.nextInstant() <= ItemScenarios.END) {
            long due = state.nextInstant();
            assertThat(item.tick(state, due - 1).isSilent()).as("before %s", due).isTrue();
            ItemStep step = item.tick(state, due);
            walked.read(step);
            state = step.state();
            assertThat(state.nextInstant()).isNotEqualTo(due);
        }

        assertThat(walked.odoo()).isEqualTo(jumped.odoo());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("in the end everything is forgotten, and no alert stays open")
    void isForgotten(@ForAll("lives") List<ItemFact> facts, @ForAll Random random) {
        ItemReader reader = new ItemReader();
        ItemState state = ItemArrival.of(facts, random).happenTo(item, reader);
        while (state.nextInstant() != Times.NONE) {
            ItemStep step = item.tick(state, state.nextInstant());
            reader.read(step);
            state = step.state();
        }

        assertThat(state).isEqualTo(ItemState.EMPTY);
        assertThat(reader.open()).isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("what is kept stays small")
    void isBounded(@ForAll("lives") List<ItemFact> facts) {
        ItemFacts all = merged(ItemFacts.NONE, facts);

        assertThat(all.inventory().newestFirst()).hasSizeLessThanOrEqualTo(Statements.KEPT);
        assertThat(all.prices().values())
                .allSatisfy(p -> assertThat(p.newestFirst().size()).isBetween(1, Statements.KEPT));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Tag("statistics")
    @Label("lives are eventful")
    void livesAreEventful(@ForAll("lives") List<ItemFact> facts, @ForAll Random random) {
        ItemReader reader = new ItemReader();
        ItemState end = ItemArrival.of(facts, random).happenTo(item, reader);

        Statistics.label("conflict").collect(reader.conflicts() > 0);
        Statistics.label("in Odoo").collect(!reader.odoo().isEmpty());
        Statistics.label("open").collect(!reader.open().isEmpty());
        Statistics.label("dropped").collect(end.facts().inventory().newestFirst().size() > 3);
        Statistics.label("increase")
                .collect(reader.alerts().stream().anyMatch(a -> a.startsWith("PRICE_INCREASE")));
        for (String often : List.of("conflict", "in Odoo", "open", "dropped", "increase")) {
            Statistics.label(often).coverage(c -> c.check(true).percentage(p -> p > 3));
        }
    }

    @Example
    @Tag("statistics")
    @Label("the law is caught breaking: the last to arrive wins")
    void catchesLastWriterWins() {
        Random random = new Random(20260301);
        boolean[] agrees = {true};
        ItemScenarios.facts()
                .sampleStream()
                .limit(300)
                .forEach(
                        facts ->
                                agrees[0] &=
                                        lastWins(facts).equals(lastWins(shuffled(facts, random))));

        assertThat(agrees[0]).isFalse();
    }

    private static Map<String, ItemFact> lastWins(List<ItemFact> facts) {
        Map<String, ItemFact> set = new TreeMap<>();
        facts.forEach(fact -> set.put(fact.subject(), fact));
        return set;
    }

    private static ItemFacts merged(ItemFacts start, List<ItemFact> facts) {
        ItemFacts all = start;
        for (ItemFact fact : facts) {
            all = all.merge(fact).facts();
        }
        return all;
    }

    private static List<ItemFact> shuffled(List<ItemFact> facts, Random random) {
        List<ItemFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** What holds at the end, by the facts alone. */
    private static Map<String, String> holding(List<ItemFact> facts) {
        ItemFacts all = merged(ItemFacts.NONE, facts);
        Map<String, String> holding = new TreeMap<>();
        Reigns.prices(all, ItemScenarios.END)
                .forEach(
                        (quantity, reign) -> {
                            if (reign.fact() != null) {
                                holding.put(
                                        "SET_SUPPLIER_PRICE from " + ItemCommands.plain(quantity),
                                        ItemCommands.plain(reign.fact().unitPrice()));
                            }
                        });
        Reign<LeadTimeFact> leadTime = Reigns.leadTime(all, ItemScenarios.END);
        if (leadTime != null && leadTime.fact() != null) {
            holding.put("SET_LEAD_TIME", Integer.toString(leadTime.fact().days()));
        }
        return holding;
    }

    /** What is wrong at the end, by the facts alone. */
    private static List<String> wrong(List<ItemFact> facts) {
        ItemFacts all = merged(ItemFacts.NONE, facts);
        ItemAlerts alerts = new ItemAlerts(ItemStory.KEY, ItemStory.RULES, all, ItemScenarios.END);
        alerts.between(List.of(), 0, null);
        return alerts.open().stream().map(a -> a.kind() + ": " + a.message()).sorted().toList();
    }
}
