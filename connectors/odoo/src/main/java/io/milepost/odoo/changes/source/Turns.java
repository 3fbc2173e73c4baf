package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.StreamReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The streams of one reader: whose turn it is, and what all of them together promise. */
final class Turns {

    private final Map<String, Turn> all = new LinkedHashMap<>();

    /** One stream's place. */
    static final class Turn {
        final String id;
        final StreamReader reader;
        private long dueNanos;
        private long promised = StreamStep.NONE;

        Turn(String id, StreamReader reader, long dueNanos) {
            this.id = id;
            this.reader = reader;
            this.dueNanos = dueNanos;
        }

        long dueNanos() {
            return dueNanos;
        }

        void due(long nanos) {
            dueNanos = nanos;
        }

        void promised(OptionalLong heartbeat) {
            heartbeat.ifPresent(micros -> promised = Math.max(promised, micros));
        }
    }

    void add(Turn turn) {
        all.put(turn.id, turn);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The one that has been due for longest. */
    Turn next() {
        Turn next = null;
        for (Turn turn : all.values()) {
            if (next == null || turn.dueNanos - next.dueNanos < 0) {
                next = turn;
            }
        }
        return next;
    }

    /** Before what none of them tells anything any more; none until each has promised. */
    long promise() {
        return all.values().stream().mapToLong(turn -> turn.promised).min().orElse(StreamStep.NONE);
    }

    /** None is due later than that. */
    void allDueBy(long nanos) {
        all.values().stream()
                .filter(turn -> turn.dueNanos - nanos > 0)
                .forEach(turn -> turn.due(nanos));
    }

    void allDue(long nanos) {
        all.values().forEach(turn -> turn.due(nanos));
    }
}
