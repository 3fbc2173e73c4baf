package io.milepost.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandKind;
import io.milepost.events.MilestoneName;
import io.milepost.local.oracle.OracleLine;
import io.milepost.local.oracle.OracleVerdict;
import io.milepost.local.views.CommandView;
import io.milepost.local.views.Conservation;
import io.milepost.local.views.OutputViews;
import io.milepost.schemas.Catalogue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares what the job said in the end with what the oracle says must come out: for equality. */
public final class Expectation {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Expectation() {}

    /** Every line with its milestones, every episode, every command. */
    public static void assertSame(OutputViews views, OracleVerdict verdict) {
        assertThat(milestonesThatDiffer(views, verdict)).as("milestones that differ").isEmpty();
        assertThat(EpisodeDifferences.of(verdict.breaches(), views.breaches().values()))
                .as("breaches that differ")
                .isEmpty();
        assertThat(EpisodeDifferences.of(verdict.warnings(), views.warnings().values()))
                .as("warnings that differ")
                .isEmpty();
        assertThat(views.commandsWanted())
                .as("commands")
                .containsExactlyInAnyOrderElementsOf(commands(verdict, line -> Set.of()));
        assertThat(views.commandsAsked())
                .as("commands on the topic, but for those that wait")
                .containsAll(commands(verdict, line -> line.waiting()));
        assertThat((long) views.deadLetters().size())
                .as("dead letters")
                .isEqualTo(verdict.deadLetters() + verdict.unmatched());
        assertThat(views.statuses().keySet())
                .as("lines with a status")
                .isEqualTo(verdict.lines().keySet());
    }

    /**
     * Every record that was sent is effective, duplicate, without effect, waiting or rejected.
     * Waits for the policies, which do not hold the clock.
     *
     * @param facts how many records were sent to the fact topics
     * @param policies how many were published
     */
    public static void assertConserved(OutputViews views, long facts, long policies)
            throws InterruptedException {
        views.awaitCondition(
                policies + " policies to be in the books",
                DEADLINE,
                () -> recordsIn(views, true) >= policies);
        assertThat(views.accounts())
                .as("accounts by topic")
                .allSatisfy((topic, account) -> assertThat(account.holds()).as(topic).isTrue());
        assertThat(recordsIn(views, true)).as("policies that came in").isEqualTo(policies);
        assertThat(recordsIn(views, false))
                .as("records that came in, of those that were sent")
                .isEqualTo(facts);
        assertThat(views.accounts().values().stream().mapToLong(Conservation::deadLettered).sum())
                .as("records accounted as rejected, of the dead letters")
                .isEqualTo(views.deadLetters().size());
    }

    private static long recordsIn(OutputViews views, boolean policies) {
        return views.accounts().entrySet().stream()
                .filter(topic -> topic.getKey().endsWith(Catalogue.POLICIES.name()) == policies)
                .mapToLong(topic -> topic.getValue().recordsIn())
                .sum();
    }

    /** Milestones of lines that are on one side only, or at different times. */
    private static List<String> milestonesThatDiffer(OutputViews views, OracleVerdict verdict) {
        Map<String, Map<MilestoneName, Long>> expected = milestones(verdict);
        Map<String, Map<MilestoneName, Long>> found = milestones(views.milestones());
        Set<String> lines = new TreeSet<>(expected.keySet());
        lines.addAll(found.keySet());
        return lines.stream()
                .filter(line -> !Objects.equals(expected.get(line), found.get(line)))
                .map(
                        line ->
                                "%s: expected %s but found %s"
                                        .formatted(line, expected.get(line), found.get(line)))
                .toList();
    }

    private static Map<String, Map<MilestoneName, Long>> milestones(
            Map<String, Map<MilestoneName, Long>> seen) {
        Map<String, Map<MilestoneName, Long>> reached = new TreeMap<>(seen);
        reached.values().removeIf(Map::isEmpty);
        return reached;
    }

    private static Map<String, Map<MilestoneName, Long>> milestones(OracleVerdict verdict) {
        Map<String, Map<MilestoneName, Long>> reached = new TreeMap<>();
        verdict.lines().forEach((key, line) -> reached.put(key, line.reached()));
        reached.values().removeIf(Map::isEmpty);
        return reached;
    }

    /** What Odoo is to be asked for, without what is left out of each line. */
    private static Set<CommandView> commands(
            OracleVerdict verdict, Function<OracleLine, Set<CommandKind>> leftOut) {
        Set<CommandView> commands = new HashSet<>();
        for (OracleLine line : verdict.lines().values()) {
            Set<CommandKind> out = leftOut.apply(line);
            line.commands().stream()
                    .filter(kind -> !out.contains(kind))
                    .forEach(kind -> commands.add(new CommandView(line.lineKey(), kind)));
        }
        return commands;
    }
}
