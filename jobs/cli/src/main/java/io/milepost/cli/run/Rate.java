package io.milepost.cli.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, over the last five seconds. */
final class Rate {

    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final double NANOS = 1e9;

    private record Look(long nanos, long count) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    /**
     * Takes a look.
     *
     * @param nanos real time, as {@link System#nanoTime()} gives it
     * @return the growth per second since the oldest look of the window; 0 at first
     */
    double at(long nanos, long count) {
        looks.addLast(new Look(nanos, count));
        while (looks.size() > 2 && nanos - looks.peekFirst().nanos() > WINDOW_NANOS) {
            looks.removeFirst();
        }
        Look oldest = looks.peekFirst();
        long passed = nanos - oldest.nanos();
        return passed == 0 ? 0 : (count - oldest.count()) * NANOS / passed;
    }
}
