package io.milepost.odoo.updates;

import java.time.Duration;

/** Lets so many commands pass in a second, and at once as many as one second gives. */
final class TokenBucket {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final Pauses pauses;
    private double tokens;
    private long filledAt;

    /**
     * @param perSecond commands a second; 0 for no limit
     */
    TokenBucket(double perSecond, Pauses pauses) {
        this.perSecond = perSecond;
        this.pauses = pauses;
        this.tokens = perSecond;
        this.filledAt = pauses.nanoTime();
    }

    /** Waits until so many may pass. More than one second gives are paid for afterwards. */
    void take(int count) throws InterruptedException {
        if (perSecond <= 0) {
            return;
        }
        fill();
        if (tokens <= 0) {
            pauses.pause(Duration.ofNanos((long) Math.ceil(-tokens / perSecond * NANOS) + 1));
            fill();
        }
        tokens -= count;
    }

    private void fill() {
        long now = pauses.nanoTime();
        tokens = Math.min(perSecond, tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
    }
}
