package io.milepost.state.correlation;

import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;

/**
 * When an index entry was spoken of last, and the one timer that looks after it. The last fact is
 * kept to the day, so that not every event rewrites its index; what ends is a day late and never
 * early.
 *
 * @param lastFactAt about when the last fact became known, microseconds; {@link Times#NONE} if it
 *     never was
 * @param timer the timer that is set, milliseconds of the clock; {@link Times#NONE} if none is
 */
public record Lifetime(long lastFactAt, long timer) {

    /** Never spoken of. */
    public static final Lifetime NONE = new Lifetime(Times.NONE, Times.NONE);

    private static final long DAY = 86_400_000_000L;

    /** With a fact that became known then. */
    public Lifetime with(long knownAt) {
        return lastFactAt == Times.NONE || knownAt >= lastFactAt + DAY
                ? new Lifetime(knownAt, timer)
                : this;
    }

    /** With that timer set. */
    public Lifetime armed(long millis) {
        return new Lifetime(lastFactAt, millis);
    }

    /**
     * When the entry goes, microseconds.
     *
     * @param retention how long it is kept after its last fact, microseconds
     */
    public long endsAt(long retention) {
        return lastFactAt + DAY + retention;
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.number(lastFactAt);
        out.number(timer);
    }

    /** Reads. */
    public static Lifetime read(StateInput in) {
        return new Lifetime(in.number(), in.number());
    }
}
