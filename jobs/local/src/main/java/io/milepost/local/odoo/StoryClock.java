package io.milepost.local.odoo;

import io.milepost.local.feed.Micros;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The time of the story, as the double of Odoo has it. It stands still until it is moved. */
final class StoryClock extends Clock {

    private final AtomicLong micros;
    private volatile boolean followsTheWorld;

    /**
     * @param startMicros microseconds since the epoch, UTC
     */
    StoryClock(long startMicros) {
        micros = new AtomicLong(startMicros);
    }

    /** Moves on to a time, microseconds since the epoch; never back. */
    void advance(long toMicros) {
        micros.accumulateAndGet(toMicros, Math::max);
    }

    long micros() {
        return micros.get();
    }

    /** From now on it is the time of the world, unless that is behind. */
    void followTheWorld() {
        followsTheWorld = true;
    }

    @Override
    public Instant instant() {
        if (followsTheWorld) {
            advance(Micros.of(Instant.now()));
        }
        return Micros.toInstant(micros.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
