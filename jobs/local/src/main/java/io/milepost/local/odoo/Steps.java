package io.milepost.local.odoo;

import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a story into steps. What happens within a step reaches the milestones job in any order, what
 * happens in two of them in theirs. So that one seed always ends the same way, no step holds both
 * what a supplier answers for a line and what people change in that line's deal.
 */
final class Steps {

    /**
     * What is done in Odoo is told this much later, at most; and what is written down in the
     * evening before its day is over.
     */
    static final long WINDOW = 6 * Micros.HOUR;

    /** Steps that go by as one, at most. */
    private static final int QUIET = 7;

    private static final long FIRST_WINDOW = 4 * Micros.HOUR;

    /** Two things closer than this cannot be told apart: Odoo's horizon is a second behind. */
    static final long APART = 4 * Micros.SECOND;

    private Steps() {}

    /**
     * A step.
     *
     * @param endMicros when it ends; everything before this belongs to it
     * @param windows where changes are told within it, ascending, the end last; microseconds
     * @param acts what people do in it
     * @param partners what suppliers and carriers say in it
     * @param races what people do when it ends, before Odoo hears of what was said in it
     */
    record Step(
            long endMicros,
            List<Long> windows,
            List<Act> acts,
            List<TimedEvent> partners,
            List<Deed> races) {}

    /**
     * The steps of a story.
     *
     * @param lengthMicros of a step, at most
     */
    static List<Step> of(
            List<Act> script,
            List<TimedEvent> partners,
            long startMicros,
            long endMicros,
            long lengthMicros) {
        List<Races.Race> races = Races.of(script, partners);
        List<Step> steps = new ArrayList<>();
        List<Act> acts = new ArrayList<>(script);
        int act = 0;
        int partner = 0;
        int race = 0;
        long from = startMicros;
        List<Act> late = new ArrayList<>();
        for (long end : ends(script, partners, startMicros, endMicros, lengthMicros)) {
            List<Act> done = new ArrayList<>(late);
            late.clear();
            while (act < acts.size() && acts.get(act).atMicros() < end) {
                done.add(acts.get(act++));
            }
            List<TimedEvent> said = new ArrayList<>();
            while (partner < partners.size() && partners.get(partner).atMicros() < end) {
                said.add(partners.get(partner++));
            }
            List<Deed> raced = new ArrayList<>();
            while (race < races.size() && races.get(race).afterMicros() < end) {
                Races.Race it = races.get(race++);
                raced.add(it.first());
                if (it.later() != null) {
                    late.add(new Act(end, it.later()));
                }
            }
            steps.add(new Step(end, windows(done, from, end), done, said, raced));
            from = end;
        }
        return steps;
    }

    /** Ends on a grid, and where a line's two sides must be kept apart. */
    private static List<Long> ends(
            List<Act> script, List<TimedEvent> partners, long start, long end, long length) {
        List<Long> ends = new ArrayList<>();
        Sides sides = new Sides(partners);
        int act = 0;
        int partner = 0;
        boolean spoke = false;
        long next = start + length;
        while (next <= end) {
            long acted = act < script.size() ? script.get(act).atMicros() : Long.MAX_VALUE;
            long spoken =
                    partner < partners.size() ? partners.get(partner).atMicros() : Long.MAX_VALUE;
            long at = Math.min(acted, spoken);
            if (at >= next) {
                // Days on which nobody says anything go by with the next one on which somebody
                // does.
                if (spoke || next + length > end || next - last(ends, start) >= QUIET * length) {
                    ends.add(next);
                    sides.forget();
                    spoke = false;
                }
                next += length;
                continue;
            }
            spoke |= spoken < acted || script.get(act).deed().changesTheDeal();
            boolean meet =
                    acted <= spoken
                            ? sides.meets(script.get(act++))
                            : sides.meets(partners.get(partner++));
            if (meet) {
                // A whole millisecond, as clocks of jobs have them.
                ends.add(at / 1_000 * 1_000);
            }
        }
        return ends;
    }

    private static long last(List<Long> ends, long start) {
        return ends.isEmpty() ? start : ends.get(ends.size() - 1);
    }

    private static List<Long> windows(List<Act> acts, long from, long end) {
        List<Long> windows = new ArrayList<>();
        int act = 0;
        long first = (from - FIRST_WINDOW) / WINDOW * WINDOW + FIRST_WINDOW + WINDOW;
        for (long at = first; at < end - APART; at += WINDOW) {
            boolean some = false;
            while (act < acts.size() && acts.get(act).atMicros() < at) {
                some = true;
                act++;
            }
            if (some) {
                windows.add(at);
            }
        }
        windows.add(end);
        return windows;
    }
}
