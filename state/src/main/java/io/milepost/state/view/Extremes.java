package io.milepost.state.view;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** The firsts and lasts of everything of which one counts. */
final class Extremes {

    private static final Slot[] SLOTS = Slot.values();

    private final Map<Slot, Extreme> found = new EnumMap<>(Slot.class);

    /**
     * Takes in a current version.
     *
     * @return false if it takes back one that counted, so that another has to be looked for
     */
    boolean add(Fact fact) {
        boolean told = true;
        for (Slot slot : Slot.of(fact)) {
            told &= add(slot, fact);
        }
        return told;
    }

    private boolean add(Slot slot, Fact fact) {
        Extreme known = found.get(slot);
        Reached says = slot.says(fact);
        String identity = fact.header().identity();
        if (known != null && known.identity().equals(identity)) {
            if (says == null || slot.prefers(known.rank(), identity, slot.rank(fact), identity)) {
                return false;
            }
        } else if (says == null
                || known != null
                        && slot.prefers(
                                known.rank(), known.identity(), slot.rank(fact), identity)) {
            return true;
        }
        found.put(slot, new Extreme(slot.rank(fact), identity, says));
        return true;
    }

    /** Looks for all of them anew. */
    void retell(Collection<Standing> standings) {
        found.clear();
        standings.forEach(standing -> add(standing.fact()));
    }

    /** What counts; {@code null} if there is nothing. */
    Reached get(Slot slot) {
        Extreme extreme = found.get(slot);
        return extreme == null ? null : extreme.reached();
    }

    void write(StateOutput out) {
        out.number(found.size());
        found.forEach(
                (slot, extreme) -> {
                    out.code(slot.ordinal());
                    out.number(extreme.rank());
                    out.text(extreme.identity());
                    ReachedCodec.write(extreme.reached(), out);
                });
    }

    static Extremes read(StateInput in) {
        Extremes extremes = new Extremes();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            extremes.found.put(
                    in.constant(SLOTS), new Extreme(in.number(), in.text(), ReachedCodec.read(in)));
        }
        return extremes;
    }

    private record Extreme(long rank, String identity, Reached reached) {}
}
