package io.milepost.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MilestoneName;
import io.milepost.local.oracle.OracleEpisode;
import io.milepost.local.oracle.OracleVerdict;
import io.milepost.local.views.AlertView;
import io.milepost.local.views.CommandView;
import io.milepost.local.views.Conservation;
import io.milepost.local.views.OutputViews;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what the job said in the end with what the oracle says must come out: for equality. */
public final class Expectation {

    private Expectation() {}

    /** Every line with its milestones, every episode, every command. */
    public static void assertSame(OutputViews views, OracleVerdict verdict) {
        assertThat(milestones(views.milestones()))
                .as("milestones of every line")
                .isEqualTo(milestones(verdict));
        assertThat(episodes(views.breaches().values()))
                .as("episodes")
                .containsExactlyInAnyOrderElementsOf(verdict.episodes());
        assertThat(views.commandsWanted())
                .as("commands")
                .containsExactlyInAnyOrderElementsOf(commands(verdict));
        assertThat(views.commandsAsked())
                .as("commands on the topic")
                .containsAll(commands(verdict));
        assertThat((long) views.deadLetters().size())
                .as("dead letters")
                .isEqualTo(verdict.deadLetters() + verdict.unmatched());
        assertThat(views.statuses().keySet())
                .as("lines with a status")
                .isEqualTo(verdict.lines().keySet());
    }

    /** Every record that was sent is effective, duplicate, without effect, waiting or rejected. */
    public static void assertConserved(OutputViews views, long sent) {
        assertThat(views.accounts())
                .as("accounts by topic")
                .isNotEmpty()
                .allSatisfy((topic, account) -> assertThat(account.holds()).as(topic).isTrue());
        assertThat(views.accounts().values().stream().mapToLong(Conservation::recordsIn).sum())
                .as("records that came in, of those that were sent")
                .isEqualTo(sent);
        assertThat(views.accounts().values().stream().mapToLong(Conservation::deadLettered).sum())
                .as("records accounted as rejected, of the dead letters")
                .isEqualTo(views.deadLetters().size());
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

    private static List<OracleEpisode> episodes(Collection<AlertView> alerts) {
        return alerts.stream()
                .map(
                        alert ->
                                new OracleEpisode(
                                        alert.lineKey(),
                                        alert.rule(),
                                        alert.status(),
                                        alert.deadlineMicros(),
                                        alert.openedMicros()))
                .toList();
    }

    private static Set<CommandView> commands(OracleVerdict verdict) {
        Set<CommandView> commands = new HashSet<>();
        verdict.lines()
                .values()
                .forEach(
                        line ->
                                line.commands()
                                        .forEach(
                                                kind ->
                                                        commands.add(
                                                                new CommandView(
                                                                        line.lineKey(), kind))));
        return commands;
    }
}
