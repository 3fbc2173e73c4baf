package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.CarrierEvent;
import io.milepost.events.DeadLetter;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What arrived at lines and in the dead letters, and what the books say. */
final class Arrivals {

    private final EventDecoder decoder = EventDecoder.open(Bench.OPENS_REGISTRY, Bench.FACTS);
    private final Map<String, Map<String, Routed>> turns = new HashMap<>();
    private final Map<String, Set<String>> said = new TreeMap<>();
    private final Map<Entry.Kind, Integer> books = new EnumMap<>(Entry.Kind.class);
    private final List<DeadLetter> letters = new ArrayList<>();
    private int told;

    void atLine(Routed routed) {
        if (routed.counted()) {
            books.merge(Entry.Kind.EFFECTIVE, 1, Integer::sum);
        }
        Object value = decode(routed);
        if (value instanceof SupplierEvent supplier) {
            said.computeIfAbsent(supplier.getEnvelope().getEventId(), id -> new TreeSet<>())
                    .add(routed.key());
        }
        if (value instanceof CarrierEvent carrier) {
            told++;
            turns.computeIfAbsent(carrier.getEnvelope().getEventId(), event -> new HashMap<>())
                    .merge(
                            routed.key(),
                            routed,
                            (known, next) -> next.turn() > known.turn() ? next : known);
        }
    }

    void booked(Entry entry) {
        books.merge(entry.kind(), 1, Integer::sum);
    }

    void deadLetter(OutboundRecord record) {
        letters.addAll(Bench.values(DeadLetter.class, List.of(record)));
    }

    /** The lines that were told of each event of a supplier. */
    Map<String, Set<String>> said() {
        return said;
    }

    /** The lines that have a carrier's event. */
    Set<String> lines(String event) {
        Set<String> lines = new TreeSet<>();
        turns.getOrDefault(event, Map.of())
                .forEach(
                        (line, turn) -> {
                            if (turn.gives()) {
                                lines.add(line);
                            }
                        });
        return lines;
    }

    /** The ship notices that brought a carrier's event to a line. */
    Set<String> notices(String event, String line) {
        return turns.get(event).get(line).notices();
    }

    /**
     * The lines that have each carrier's event, and the ship notices that brought it there.
     *
     * @param prefix what is left out of their keys
     */
    Map<String, Set<String>> all(String prefix) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String event : turns.keySet()) {
            Set<String> lines = new TreeSet<>();
            lines(event)
                    .forEach(
                            line ->
                                    lines.add(
                                            line.replace(prefix, "")
                                                    + new TreeSet<>(notices(event, line))));
            all.put(event, lines);
        }
        all.values().removeIf(Set::isEmpty);
        return all;
    }

    /** How often lines were told of carriers' events since it was asked last. */
    int told() {
        int since = told;
        told = 0;
        return since;
    }

    List<DeadLetter> letters() {
        return letters;
    }

    int booked(Entry.Kind kind) {
        return books.getOrDefault(kind, 0);
    }

    /** How many records came in and were not accounted for. */
    int missing() {
        return booked(Entry.Kind.IN)
                - booked(Entry.Kind.EFFECTIVE)
                - booked(Entry.Kind.DUPLICATE)
                - booked(Entry.Kind.WITHOUT_EFFECT)
                - booked(Entry.Kind.WAIT_BEGAN)
                + booked(Entry.Kind.WAIT_ENDED)
                - booked(Entry.Kind.DEAD_LETTERED);
    }

    private Object decode(Routed routed) {
        try {
            return decoder.decode(routed.record());
        } catch (Exception e) {
            throw new AssertionError("what arrives at a line is readable", e);
        }
    }
}
