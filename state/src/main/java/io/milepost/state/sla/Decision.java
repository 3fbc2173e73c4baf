package io.milepost.state.sla;

import io.milepost.state.Times;
import java.util.List;

/**
 * What the rules say of a line when the clock stands somewhere.
 *
 * @param episodes the breaches that are decided, by rule and opening
 * @param nextInstant when the clock has to come back; {@link Times#NONE} if never
 */
public record Decision(List<Episode> episodes, long nextInstant) {

    /** Keeps its own copy. */
    public Decision {
        episodes = List.copyOf(episodes);
    }
}
