package io.milepost.state.line;

import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.fact.Fact;
import io.milepost.state.sla.Decider;
import io.milepost.state.sla.Episode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two ways to decide: with the facts that were known before the deadline, and, on purpose wrong,
 * with those that happen to have arrived when the clock passes it.
 */
final class DecidedByArrival {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);

    private DecidedByArrival() {}

    /** The right way. */
    static List<Episode> asKnown(Arrival arrival) {
        Line line = arrival.line(KEY, Rules.all());
        return line.episodes(arrival.happenTo(line, new Reader()));
    }

    /** The wrong way: each tick sees all that has arrived as if it had always been known. */
    static List<Episode> asArrived(Arrival arrival) {
        LineFacts arrived = LineFacts.none();
        Map<String, Episode> opened = new LinkedHashMap<>();
        for (Arrival.Happening happening : arrival.happenings()) {
            if (happening instanceof Arrival.Arrives arrives) {
                arrived = arrived.merge(arrives.fact()).facts();
            } else if (happening instanceof Arrival.Ticks ticks) {
                Decider decider = new Decider(KEY, Rules.all());
                alwaysKnown(arrived).forEach(decider::learn);
                decider.decision(ticks.clock())
                        .episodes()
                        .forEach(episode -> opened.putIfAbsent(episode.id(KEY), episode));
            }
        }
        return List.copyOf(opened.values());
    }

    private static List<Fact> alwaysKnown(LineFacts facts) {
        List<Fact> all = new ArrayList<>();
        for (Fact fact : facts.byKnowledge()) {
            all.add(fact.withHeader(KnownAt.of(fact.header(), 0)));
        }
        return all;
    }
}
