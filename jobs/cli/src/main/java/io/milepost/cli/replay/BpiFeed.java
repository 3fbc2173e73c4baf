package io.milepost.cli.replay;

import io.milepost.events.OdooOrderLine;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A log of the BPI Challenge 2019 as a feed: every row is one event, rows that say the same
 * included.
 *
 * @param events sorted by their time, and those of one time as the file has them
 * @param lines how many order lines they are about
 * @param endMicros the final heartbeat: a day past the last row, but not before 1970
 * @param unknown rows by activity, for activities that the challenge does not have; each such row
 *     is a version of its order line that changes nothing
 * @param brought how many lines begin with a row that is not about the order; there the line's
 *     first version is sent before its time, so that nothing has to wait for it
 */
public record BpiFeed(
        List<TimedEvent> events,
        int lines,
        long endMicros,
        SortedMap<String, Long> unknown,
        int brought) {

    /** Maps every row that could be read; the same log gives the same feed. */
    public static BpiFeed of(BpiLog log) {
        return new Mapping().map(log.rows());
    }

    private static final class Mapping {

        private final SortedMap<String, Long> unknown = new TreeMap<>();
        private final List<TimedEvent> events = new ArrayList<>();
        private int brought;

        BpiFeed map(List<BpiRow> rows) {
            Map<BpiItem, List<BpiRow>> byItem = new LinkedHashMap<>();
            for (BpiRow row : rows) {
                byItem.computeIfAbsent(row.item(), item -> new ArrayList<>()).add(row);
                if (!BpiActivities.knows(row.activity())) {
                    unknown.merge(row.activity(), 1L, Long::sum);
                }
            }
            byItem.forEach(this::map);
            events.sort(Comparator.comparingLong(TimedEvent::atMicros));
            long last = events.isEmpty() ? -Micros.DAY : events.get(events.size() - 1).atMicros();
            return new BpiFeed(
                    List.copyOf(events),
                    byItem.size(),
                    Math.max(0, last + Micros.DAY),
                    unknown,
                    brought);
        }

        private void map(BpiItem item, List<BpiRow> rows) {
            rows.sort(Comparator.comparingLong(BpiRow::at).thenComparingLong(BpiRow::seq));
            BpiLine line = new BpiLine(item);
            List<TimedEvent> made = new ArrayList<>(rows.size());
            for (BpiRow row : rows) {
                made.add(line.next(row));
            }
            bringOrder(made);
            events.addAll(made);
        }

        private void bringOrder(List<TimedEvent> made) {
            for (int i = 0; i < made.size(); i++) {
                if (made.get(i).value() instanceof OdooOrderLine) {
                    if (i > 0) {
                        made.add(0, made.remove(i).at(made.get(0).atMicros()));
                        brought++;
                    }
                    return;
                }
            }
        }
    }
}
