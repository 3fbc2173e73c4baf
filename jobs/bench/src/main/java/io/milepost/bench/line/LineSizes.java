package io.milepost.bench.line;

import io.milepost.events.OdooOrderLine;
import io.milepost.local.feed.TimedEvent;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.state.Times;
import io.milepost.state.intake.UnknownUnitException;
import io.milepost.state.line.LineState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * How large lines are and how many timers they have, found by letting the lines of a story live
 * without Flink.
 *
 * @param written average size of a line's value when it is written, bytes
 * @param last average size of a line's value after its last event, bytes
 * @param timers timers set for a line, on average after its last event
 * @param outputs records written for each event
 */
public record LineSizes(int written, int last, double timers, double outputs) {

    /** Lets lines live. */
    public static LineSizes of(Iterator<TimedEvent> events, OutputWriter writer)
            throws IOException {
        Life life = new Life(new LineLogic(writer));
        while (events.hasNext()) {
            life.take(events.next());
        }
        return life.sizes();
    }

    /** The lines and what is summed up of them. */
    private static final class Life {

        private final LineLogic logic;
        private final Map<String, StoredBytes> lines = new HashMap<>();
        private long taken;
        private long outputs;
        private long bytes;

        Life(LineLogic logic) {
            this.logic = logic;
        }

        void take(TimedEvent event) throws IOException {
            if (event.lineKey() == null) {
                return;
            }
            StoredBytes line = lines.computeIfAbsent(event.lineKey(), key -> new StoredBytes());
            LineState before = line.isEmpty() ? LineState.EMPTY : line.value();
            if (before.order() == null && !(event.value() instanceof OdooOrderLine)) {
                return;
            }
            try {
                LineState after =
                        logic.apply(
                                event.lineKey(),
                                before,
                                line,
                                event.value(),
                                event.knownAtMicros(),
                                record -> outputs++);
                long timer = after.armed().missingFor(after.nextInstant());
                line.keep(timer == Times.NONE ? after : after.withArmed(after.armed().with(timer)));
            } catch (UnknownUnitException e) {
                throw new IOException("event of line " + event.lineKey() + " has no unit", e);
            }
            taken++;
            bytes += line.size();
        }

        LineSizes sizes() {
            long last = lines.values().stream().mapToLong(StoredBytes::size).sum();
            long timers =
                    lines.values().stream().mapToLong(l -> l.value().armed().millis().size()).sum();
            return new LineSizes(
                    (int) (bytes / taken),
                    (int) (last / lines.size()),
                    (double) timers / lines.size(),
                    (double) outputs / taken);
        }
    }
}
