package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says what must come out of a feed, by brute force and with the whole feed in hand: no stream, no
 * timers, no state, and no code of the job. Order of the events and repetitions make no difference.
 */
public final class Oracle {

    private final List<RuleChoice> rules;
    private final List<RuleChoice> wishes;
    private final Beginnings beginnings;
    private final long clock;

    /**
     * @param rules every version of every rule
     * @param clockMicros how far the clock came: the lowest heartbeat at the end, microseconds
     */
    public Oracle(List<OracleRule> rules, long clockMicros) {
        this(
                choices(rules.stream().filter(it -> it.requests() == null).toList()),
                choices(rules.stream().filter(it -> it.requests() != null).toList()),
                Beginnings.DEFAULT,
                clockMicros);
    }

    private Oracle(
            List<RuleChoice> rules, List<RuleChoice> wishes, Beginnings beginnings, long clock) {
        this.rules = rules;
        this.wishes = wishes;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /**
     * The same for companies that went live at some time.
     *
     * @param goLive microseconds by company, {@code *} for the others
     */
    public Oracle withGoLive(Map<String, Long> goLive) {
        return new Oracle(rules, wishes, new Beginnings(goLive, beginnings.longestDelay()), clock);
    }

    /** The same for a job that takes for history what was told so much later than it happened. */
    public Oracle withClosedRetention(Duration retention) {
        long longest = retention.toSeconds() * Micros.SECOND;
        return new Oracle(rules, wishes, new Beginnings(beginnings.goLive(), longest), clock);
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

    private static List<RuleChoice> choices(List<OracleRule> rules) {
        Map<String, List<OracleRule>> byName = new TreeMap<>();
        rules.forEach(
                rule ->
                        byName.computeIfAbsent(rule.version().rule(), name -> new ArrayList<>())
                                .add(rule));
        return byName.values().stream().map(RuleChoice::new).toList();
    }

    private Milestones milestones(LineFacts facts, long knownAt) {
        return new Milestones(facts.knownAt(knownAt), this::matchTerms);
    }

    private MatchTerms matchTerms(Milestones line) {
        return rules.stream()
                .map(rule -> rule.matchTerms(line))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private OdooRequests wishes(Milestones line) {
        return wishes.stream()
                .map(rule -> rule.requests(line))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Commands.USUAL);
    }

    private List<Stretch> stretches(LineFacts facts) {
        List<Long> times = facts.knowledgeTimes();
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            long next = i + 1 < times.size() ? times.get(i + 1) : Long.MAX_VALUE;
            stretches.add(new Stretch(times.get(i), next, milestones(facts, times.get(i))));
        }
        return stretches;
    }

    private List<OracleEpisode> episodes(String lineKey, LineFacts facts) {
        if (rules.isEmpty()) {
            return List.of();
        }
        List<Stretch> stretches = stretches(facts);
        List<OracleEpisode> episodes = new ArrayList<>();
        for (RuleChoice rule : rules) {
            episodes.addAll(
                    new EpisodeJudge(lineKey, stretches, rule, beginnings, clock).episodes());
        }
        return episodes;
    }

    private OracleLine line(String lineKey, LineFacts facts) {
        Milestones end = milestones(facts, Long.MAX_VALUE);
        Map<MilestoneName, Long> reached = new EnumMap<>(MilestoneName.class);
        end.reached().forEach((milestone, it) -> reached.put(milestone, it.occurredAt()));
        OdooRequests wishes = end.order().isKnown() ? wishes(end) : Commands.USUAL;
        return new OracleLine(
                lineKey,
                reached,
                end.promises().first(),
                end.promises().current(),
                Commands.of(end, time -> milestones(facts, time), beginnings, wishes),
                new ShippedAsking(end, beginnings, wishes).waiting());
    }
}
