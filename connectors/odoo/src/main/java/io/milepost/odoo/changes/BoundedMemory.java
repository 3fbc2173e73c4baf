package io.milepost.odoo.changes;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.OrderState;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was told lately: the value of each record, so that the same value is not told again, and the
 * whole of each line that is not cancelled, so that its deletion can be told. Bounded; of what was
 * forgotten the same value is told once more and a deletion is not seen.
 */
final class BoundedMemory implements Memory {

    private final int limit;
    private final LinkedHashMap<Seen.Key, Seen> seen = new LinkedHashMap<>();
    private final NavigableMap<Long, OdooOrderLine> lines = new TreeMap<>();
    private final Map<Long, Set<Long>> linesByOrder = new HashMap<>();

    private Map<Seen.Key, Seen> seenCopy;
    private Collection<OdooOrderLine> linesCopy;

    BoundedMemory(int limit) {
        this.limit = limit;
    }

    @Override
    public Seen seen(Seen.Key key) {
        return seen.get(key);
    }

    @Override
    public void told(Seen.Key key, Seen what) {
        seenCopy = null;
        // Anew at the end, where the youngest are.
        seen.remove(key);
        seen.put(key, what);
        if (seen.size() > limit) {
            Seen.Key oldest = seen.keySet().iterator().next();
            seen.remove(oldest);
            if (oldest.kind() == EntityKind.LINE) {
                drop(oldest.id());
            }
        }
    }

    @Override
    public void told(OdooOrderLine line) {
        drop(line.getLineId());
        if (line.getOrderState() != OrderState.CANCELLED && !line.getCancelled()) {
            lines.put(line.getLineId(), line);
            linesByOrder
                    .computeIfAbsent(line.getOrderId(), any -> new TreeSet<>())
                    .add(line.getLineId());
        }
    }

    private void drop(long lineId) {
        linesCopy = null;
        OdooOrderLine line = lines.remove(lineId);
        if (line != null) {
            Set<Long> siblings = linesByOrder.get(line.getOrderId());
            siblings.remove(lineId);
            if (siblings.isEmpty()) {
                linesByOrder.remove(line.getOrderId());
            }
        }
    }

    @Override
    public OdooOrderLine line(long id) {
        return lines.get(id);
    }

    @Override
    public Set<Long> linesOf(long order) {
        return Set.copyOf(linesByOrder.getOrDefault(order, Set.of()));
    }

    /** The next lines by id that are not cancelled. */
    List<Long> linesAfter(long id, int atMost) {
        return lines.tailMap(id, false).keySet().stream().limit(atMost).toList();
    }

    /** A copy, the same as long as nothing is told. */
    Map<Seen.Key, Seen> allSeen() {
        if (seenCopy == null) {
            seenCopy = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
        }
        return seenCopy;
    }

    /** A copy, the same as long as nothing is told. */
    Collection<OdooOrderLine> allLines() {
        if (linesCopy == null) {
            linesCopy = List.copyOf(lines.values());
        }
        return linesCopy;
    }
}
