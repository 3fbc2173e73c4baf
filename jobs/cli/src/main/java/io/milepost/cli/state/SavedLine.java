package io.milepost.cli.state;

import io.milepost.state.LineKey;
import io.milepost.state.fact.Fact;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.Line;
import io.milepost.state.line.LineState;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Standing;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the milestones job had saved of one line.
 *
 * @param key the line
 * @param state its own value; the empty one if only events wait for its order
 * @param stored its older facts, in any order
 * @param over episodes that were put away, in any order
 * @param waiting how many events wait for its order
 * @param timers the timers that are set for it, in milliseconds of the clock, sorted
 */
record SavedLine(
        LineKey key,
        LineState state,
        List<Standing> stored,
        List<Episode> over,
        int waiting,
        List<Long> timers) {

    /** Keeps its own copies. */
    SavedLine {
        stored = List.copyOf(stored);
        over = List.copyOf(over);
        timers = List.copyOf(timers);
    }

    /** All facts, recent ones and those that were stored away, by knownAt. */
    List<Fact> facts() {
        FactArchive archive = FactArchive.inMemory();
        for (int i = 0; i < stored.size(); i++) {
            archive.put(Integer.toString(i), stored.get(i));
        }
        return new Line(key, new RuleBook(), archive).everything(state).byKnowledge();
    }

    /** All episodes as they were told, by opening. */
    List<Episode> episodes() {
        return Stream.concat(state.episodes().stream(), over.stream())
                .sorted(Episode.BY_OPENING)
                .toList();
    }
}
