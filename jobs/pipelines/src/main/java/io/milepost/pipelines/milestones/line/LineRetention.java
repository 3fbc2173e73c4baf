package io.milepost.pipelines.milestones.line;

import io.milepost.state.Times;
import io.milepost.state.line.LineState;
import java.io.Serializable;
import java.time.Duration;

/**
 * How long a line is remembered of which nothing is expected any more, from its last fact on. An
 * open line is kept whole.
 *
 * @param whole how long everything is kept; then a tombstone is left
 * @param tombstone how long anything is kept; then nothing is left
 */
public record LineRetention(Duration whole, Duration tombstone) implements Serializable {

    /** What holds unless something else is said. */
    public static final LineRetention DEFAULT =
            new LineRetention(Duration.ofDays(400), Duration.ofDays(800));

    /** Whether a line that is over is to shrink now. */
    boolean isToShrink(LineState line) {
        return line.tombstone() == null && isPast(line, whole);
    }

    /** Whether a line is to be forgotten now. */
    boolean isToBeForgotten(LineState line) {
        return isPast(line, tombstone);
    }

    /** When the clock has to come back; {@link Times#NONE} if the line only waits for facts. */
    long nextInstant(LineState line) {
        if (line.nextInstant() != Times.NONE || line.overSince() == Times.NONE) {
            return line.nextInstant();
        }
        return at(line, line.tombstone() == null && isShorter() ? whole : tombstone);
    }

    private boolean isShorter() {
        return whole.compareTo(tombstone) < 0;
    }

    private static boolean isPast(LineState line, Duration period) {
        return line.overSince() != Times.NONE && at(line, period) <= line.clock();
    }

    private static long at(LineState line, Duration period) {
        return line.overSince() + period.toNanos() / 1000;
    }
}
