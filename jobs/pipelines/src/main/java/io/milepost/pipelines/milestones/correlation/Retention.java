package io.milepost.pipelines.milestones.correlation;

import io.milepost.state.Times;
import io.milepost.state.correlation.Lifetime;
import io.milepost.state.line.ArmedTimers;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimerService;

/**
 * How long an entry of an index is kept after its last fact, by the heartbeat clock. One timer is
 * set for an entry and never taken back; when it fires it is looked whether facts came since.
 *
 * @param period how long
 */
public record Retention(Duration period) implements Serializable {

    /** The lifetime after a fact that became known then; sets the timer if none is set. */
    Lifetime keep(Lifetime before, long knownAt, TimerService timers) {
        Lifetime after = before.with(knownAt);
        return after.timer() == Times.NONE ? arm(after, timers) : after;
    }

    /**
     * The lifetime after a timer has fired.
     *
     * @return {@link Lifetime#NONE} if it is over
     */
    Lifetime fired(Lifetime before, long timestamp, TimerService timers) {
        if (before.timer() != timestamp) {
            return before;
        }
        // What fires is held against its own time: a timer that was set anew for the same time
        // would fire for ever.
        return timer(before) <= timestamp ? Lifetime.NONE : arm(before, timers);
    }

    private Lifetime arm(Lifetime lifetime, TimerService timers) {
        long timer = timer(lifetime);
        timers.registerEventTimeTimer(timer);
        return lifetime.armed(timer);
    }

    private long timer(Lifetime lifetime) {
        return ArmedTimers.roundUp(lifetime.endsAt(period.toNanos() / 1000));
    }
}
