package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.fact.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What suppliers and carriers say of a few lines under a few references, so few that references are
 * shared, used again and taken back all the time; and what has to come of it, told plainly.
 *
 * @param notices versions of ship notices
 * @param events carriers' events
 */
record Sayings(List<Notice> notices, List<Event> events) {

    /** A version of a ship notice for one line. */
    record Notice(
            int line,
            int number,
            int version,
            boolean cancelled,
            int shippedAt,
            Set<String> names) {

        BoundNotice bound() {
            return BoundNotice.of(
                    new ShipmentBinding(
                            key(line),
                            "N" + number,
                            "S" + number,
                            "P" + line % 2,
                            new Version(version, toString()),
                            !cancelled,
                            shippedAt),
                    names);
        }

        String name() {
            return bound().newest().notice();
        }

        String document() {
            return line + "/" + number;
        }
    }

    /** A carrier's event. */
    record Event(int id, int time, Set<String> names) {}

    static LineKey key(int line) {
        return new LineKey("main", "1", 42, line);
    }

    static Arbitrary<Sayings> arbitrary() {
        Arbitrary<Set<String>> names = Arbitraries.of("A", "B", "C", "D").set().ofMaxSize(2);
        Arbitrary<Notice> notices =
                Combinators.combine(
                                Arbitraries.integers().between(1, 4),
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(false, false, false, true),
                                Arbitraries.integers().between(0, 9),
                                names)
                        .as(Notice::new);
        Arbitrary<Event> events =
                Combinators.combine(
                                Arbitraries.integers().between(1, 1000),
                                Arbitraries.integers().between(0, 9),
                                Arbitraries.of("A", "B", "C", "D").set().ofMinSize(1).ofMaxSize(3))
                        .as(Event::new);
        return Combinators.combine(
                        notices.list().ofMaxSize(8),
                        events.list().ofMinSize(1).ofMaxSize(6).uniqueElements(Event::id))
                .as(Sayings::new);
    }

    /** Whether the lines of a supplier may share its ship notices. */
    static boolean isSharing(String partner) {
        return partner.equals("P0");
    }

    /** The lines that each event belongs to, by what is known in the end, and by which notices. */
    Map<Event, Map<LineKey, Set<String>>> delivered() {
        Map<Event, Map<LineKey, Set<String>>> delivered = new HashMap<>();
        for (Event event : events) {
            Map<LineKey, Set<String>> lines = new HashMap<>();
            for (String name : event.names()) {
                addLinesAt(Set.of(name), event.time(), lines);
            }
            if (lines.isEmpty()) {
                for (String name : event.names()) {
                    addLinesAt(linkedWith(name), event.time(), lines);
                }
            }
            delivered.put(event, lines);
        }
        return delivered;
    }

    private Set<String> linkedWith(String name) {
        Set<String> linked = new HashSet<>();
        events.stream()
                .filter(e -> e.names().contains(name))
                .forEach(e -> linked.addAll(e.names()));
        linked.remove(name);
        return linked;
    }

    private void addLinesAt(Set<String> names, int time, Map<LineKey, Set<String>> lines) {
        List<Notice> bound = new ArrayList<>(inForce());
        bound.removeIf(n -> n.cancelled() || n.names().stream().noneMatch(names::contains));
        Notice shipment = null;
        for (Notice notice : bound) {
            if (shipment == null || isRather(notice, shipment, time)) {
                shipment = notice;
            }
        }
        for (Notice notice : bound) {
            if (shipmentOf(notice).equals(shipmentOf(shipment))) {
                Set<String> notices =
                        lines.computeIfAbsent(key(notice.line()), any -> new HashSet<>());
                if (isSharing("P" + notice.line() % 2)) {
                    notices.add(notice.name());
                }
            }
        }
    }

    /** The newest that had left, else the first. */
    private static boolean isRather(Notice notice, Notice other, int time) {
        boolean had = notice.shippedAt() <= time;
        if (had != other.shippedAt() <= time) {
            return had;
        }
        int order = Integer.compare(notice.shippedAt(), other.shippedAt());
        if (order == 0) {
            order = shipmentOf(notice).compareTo(shipmentOf(other));
        }
        return had ? order > 0 : order < 0;
    }

    private static String shipmentOf(Notice notice) {
        return "S" + notice.number() + "P" + notice.line() % 2;
    }

    private List<Notice> inForce() {
        Map<String, Notice> newest = new TreeMap<>();
        for (Notice notice : notices) {
            newest.merge(
                    notice.document(),
                    notice,
                    (a, b) ->
                            new Version(a.version(), a.toString())
                                                    .compareTo(
                                                            new Version(b.version(), b.toString()))
                                            >= 0
                                    ? a
                                    : b);
        }
        return List.copyOf(newest.values());
    }
}
