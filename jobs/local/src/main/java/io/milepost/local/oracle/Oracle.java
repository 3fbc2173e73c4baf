package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;
import io.milepost.local.feed.TimedEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says what must come out of a feed, by brute force and with the whole feed in hand: no stream, no
 * timers, no state, and no code of the job. Order of the events and repetitions make no difference.
 */
public final class Oracle {

    private final List<List<OracleRule>> rules;
    private final long clock;

    /**
     * @param rules every version of every rule
     * @param clockMicros how far the clock came: the lowest heartbeat at the end, microseconds
     */
    public Oracle(List<OracleRule> rules, long clockMicros) {
        Map<String, List<OracleRule>> byName = new LinkedHashMap<>();
        rules.forEach(
                rule -> byName.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule));
        this.rules = List.copyOf(byName.values());
        this.clock = clockMicros;
    }

    /** The final view of every line and every episode. */
    public OracleVerdict judge(List<TimedEvent> events) {
        FactSorter sorted = new FactSorter(events);
        SortedMap<String, OracleLine> lines = new TreeMap<>();
        List<OracleEpisode> episodes = new ArrayList<>();
        sorted.facts()
                .forEach(
                        (lineKey, facts) -> {
                            episodes.addAll(episodes(lineKey, facts));
                            lines.put(lineKey, line(lineKey, facts));
                        });
        return new OracleVerdict(
                lines, episodes, events.size(), sorted.deadLetters(), sorted.unmatched());
    }

    private static List<EpisodeJudge.Stretch> stretches(LineFacts facts) {
        List<Long> times = facts.knowledgeTimes();
        List<EpisodeJudge.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            long next = i + 1 < times.size() ? times.get(i + 1) : Long.MAX_VALUE;
            Milestones milestones = new Milestones(facts.knownAt(times.get(i)));
            stretches.add(new EpisodeJudge.Stretch(times.get(i), next, milestones));
        }
        return stretches;
    }

    private List<OracleEpisode> episodes(String lineKey, LineFacts facts) {
        if (rules.isEmpty()) {
            return List.of();
        }
        EpisodeJudge judge = new EpisodeJudge(lineKey, stretches(facts), clock);
        return rules.stream().flatMap(rule -> judge.episodes(rule).stream()).toList();
    }

    private static OracleLine line(String lineKey, LineFacts facts) {
        Milestones end = new Milestones(facts.knownAt(Long.MAX_VALUE));
        Map<MilestoneName, Long> reached = new EnumMap<>(MilestoneName.class);
        end.reached().forEach((milestone, it) -> reached.put(milestone, it.occurredAt()));
        return new OracleLine(
                lineKey,
                reached,
                end.promises().first(),
                end.promises().current(),
                Commands.of(end, time -> new Milestones(facts.knownAt(time))));
    }
}
