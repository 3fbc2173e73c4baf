package io.milepost.pipelines.milestones.correlation;

import io.milepost.state.Times;
import org.apache.flink.streaming.api.TimerService;

/** The heartbeat clock as operators see it. */
public final class Clock {

    private static final long MICROS = 1000;

    private Clock() {}

    /** The clock in microseconds; {@link Times#NONE} before the first heartbeat of every feed. */
    public static long micros(TimerService timers) {
        long millis = timers.currentWatermark();
        return millis == Long.MIN_VALUE ? Times.NONE : millis * MICROS;
    }
}
