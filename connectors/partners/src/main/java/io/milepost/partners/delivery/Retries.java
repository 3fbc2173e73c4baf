package io.milepost.partners.delivery;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a document is sent again. The wait doubles with each attempt up to a bound; a part of it is
 * left to chance, by the document, so that partners that went down together are not called
 * together.
 *
 * @param first the wait after the first attempt
 * @param longest the longest wait
 * @param patience how long it is tried
 */
public record Retries(Duration first, Duration longest, Duration patience) implements Serializable {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * How long to wait.
     *
     * @param attempts how often it was tried
     * @param id the document, by which chance decides
     * @param asked what the partner asked for; {@code null} if nothing
     */
    public Duration after(int attempts, String id, Duration asked) {
        int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
        long bound = Math.min(longest.toMillis(), first.toMillis() << doublings);
        // Between half of it and all of it.
        long part = Math.floorMod((id + attempts).hashCode(), 1000);
        Duration wait = Duration.ofMillis(bound / 2 + bound / 2 * part / 1000);
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }

    /** Whether it has been tried for long enough. */
    public boolean over(long firstAttemptMillis, long nowMillis) {
        return nowMillis - firstAttemptMillis >= patience.toMillis();
    }
}
