package io.milepost.cli.replay;

import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An SCMS log as a feed. An order is {@code po / so #}, numbered by its first row; a line is a row,
 * with the row's own id, numbered within its order in the file's order.
 *
 * @param events sorted by their knowledge; orders before notices before receipts of the same time
 * @param endMicros the final heartbeat: a day past the last deadline and the last record
 * @param counts what the mapping had to decide
 */
public record ScmsFeed(List<TimedEvent> events, long endMicros, Counts counts) {

    /**
     * What the mapping had to decide.
     *
     * @param fromPoDate orders known at their PO date
     * @param fromPqDate orders known at their PQ date
     * @param assumed orders without either date, known 60 days before the promise
     * @param moved ids of the rows whose order would have been known after its promise or its
     *     delivery's record, and is taken to be known at the earlier of these
     * @param recordedBeforeDelivered ids of the rows that were recorded before they were delivered.
     *     They are taken at their word: the receipt is known on the recorded day and says that the
     *     goods arrive on the later, delivered day
     */
    public record Counts(
            long fromPoDate,
            long fromPqDate,
            long assumed,
            List<Long> moved,
            List<Long> recordedBeforeDelivered) {

        /** Copies the lists. */
        public Counts {
            moved = List.copyOf(moved);
            recordedBeforeDelivered = List.copyOf(recordedBeforeDelivered);
        }
    }

    /** Copies the events. */
    public ScmsFeed {
        events = List.copyOf(events);
    }

    /** Maps every row that could be read; the same log gives the same feed. */
    public static ScmsFeed of(ScmsLog log) {
        return new Mapping().map(log.rows());
    }

    private static final class Mapping {

        private final Map<String, Long> orderIds = new HashMap<>();
        private final Map<String, Integer> linesOfOrder = new HashMap<>();
        private final Map<ScmsKnowledge.Basis, Long> bases = new HashMap<>();
        private final List<Long> moved = new ArrayList<>();
        private final List<Long> early = new ArrayList<>();
        private final List<TimedEvent> orders = new ArrayList<>();
        private final List<TimedEvent> notices = new ArrayList<>();
        private final List<TimedEvent> receipts = new ArrayList<>();
        private long last = Long.MIN_VALUE;

        ScmsFeed map(List<ScmsRow> rows) {
            rows.forEach(this::map);
            List<TimedEvent> events = new ArrayList<>(orders);
            events.addAll(notices);
            events.addAll(receipts);
            events.sort(Comparator.comparingLong(TimedEvent::atMicros));
            Counts counts =
                    new Counts(
                            count(ScmsKnowledge.Basis.PO_DATE),
                            count(ScmsKnowledge.Basis.PQ_DATE),
                            count(ScmsKnowledge.Basis.ASSUMED),
                            moved,
                            early);
            return new ScmsFeed(events, rows.isEmpty() ? 0 : last + Micros.DAY, counts);
        }

        private void map(ScmsRow row) {
            long orderId = orderIds.computeIfAbsent(row.order(), it -> orderIds.size() + 1L);
            int lineNumber = linesOfOrder.merge(row.order(), 1, Integer::sum);
            ScmsKnowledge knowledge = ScmsKnowledge.of(row);
            ScmsEvents events = new ScmsEvents(row, knowledge, orderId, lineNumber);
            orders.add(events.order());
            notices.add(events.shipNotice());
            receipts.add(events.receipt());
            note(row, knowledge);
        }

        private void note(ScmsRow row, ScmsKnowledge knowledge) {
            bases.merge(knowledge.basis(), 1L, Long::sum);
            if (knowledge.wasMoved()) {
                moved.add(row.id());
            }
            if (row.recorded().isBefore(row.delivered())) {
                early.add(row.id());
            }
            long deadline = ScmsKnowledge.startOf(row.scheduled()) + Micros.DAY;
            last = Math.max(last, Math.max(deadline, ScmsKnowledge.startOf(row.recorded())));
        }

        private long count(ScmsKnowledge.Basis basis) {
            return bases.getOrDefault(basis, 0L);
        }
    }
}
