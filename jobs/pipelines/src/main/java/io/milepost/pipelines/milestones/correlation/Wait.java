package io.milepost.pipelines.milestones.correlation;

import io.milepost.state.Times;
import io.milepost.state.line.ArmedTimers;
import java.io.Serializable;
import java.time.Duration;

/**
 * How long a record waits for what it belongs to, by the heartbeat clock.
 *
 * @param longest the longest wait
 */
public record Wait(Duration longest) implements Serializable {

    /** When a record that became known then has waited long enough, microseconds. */
    public long endsAt(long knownAt) {
        return knownAt + longest.toNanos() / 1000;
    }

    /** The timer for the end of a wait, milliseconds of the clock. */
    public long timer(long knownAt) {
        return ArmedTimers.roundUp(endsAt(knownAt));
    }

    /** Whether the wait is over. */
    public boolean isOver(long knownAt, long clock) {
        return clock != Times.NONE && clock >= endsAt(knownAt);
    }

    /** The wait in words, for messages. */
    public String words() {
        return longest.toDays() > 0 ? longest.toDays() + " days" : longest.toMinutes() + " minutes";
    }
}
