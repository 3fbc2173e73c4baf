package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The correlation by shipment without Flink: every key by itself, and what they tell each other on
 * wires that keep the order between two keys and no other.
 */
final class Wires {

    /** What may be done wrong, to see that it is found out. */
    enum Flaw {
        NONE,
        /** A notice is told to the references of its newest version only. */
        FORGETS_OLD_REFERENCES,
        /** Events are given to lines and never taken back. */
        NEVER_TAKES_BACK,
        /** A line that has an event is not told that it came by other notices. */
        FORGETS_NEW_NOTICES,
        /** What was told last holds, and not the newest version. */
        BELIEVES_THE_LAST
    }

    private final Flaw flaw;
    private final Map<String, BoundNotice> notices = new HashMap<>();
    private final Map<String, LinkIndex> links = new HashMap<>();
    private final Map<String, ShipmentIndex> shipments = new HashMap<>();
    private final Map<String, Set<Sayings.Event>> subscribers = new HashMap<>();
    private final Map<Sayings.Event, Delivery> deliveries = new HashMap<>();
    private final Map<Sayings.Event, Map<LineKey, Turn>> lines = new HashMap<>();
    private final Map<String, Deque<Runnable>> wires = new TreeMap<>();

    Wires(Flaw flaw) {
        this.flaw = flaw;
    }

    /** Everything, some of it twice, in an order by chance. */
    void say(Sayings sayings, Random random) {
        List<Runnable> all = new ArrayList<>();
        sayings.notices().forEach(notice -> all.add(() -> notice(notice)));
        sayings.events().forEach(event -> all.add(() -> event(event)));
        int once = all.size();
        for (int i = 0; i < once; i++) {
            if (random.nextInt(3) == 0) {
                all.add(all.get(i));
            }
        }
        while (!all.isEmpty() || !wires.isEmpty()) {
            if (wires.isEmpty() || !all.isEmpty() && random.nextInt(4) == 0) {
                all.remove(random.nextInt(all.size())).run();
            } else {
                List<String> busy = List.copyOf(wires.keySet());
                String wire = busy.get(random.nextInt(busy.size()));
                Runnable next = wires.get(wire).remove();
                if (wires.get(wire).isEmpty()) {
                    wires.remove(wire);
                }
                next.run();
            }
        }
    }

    /** The lines that have each event, and by which notices. */
    Map<Sayings.Event, Map<LineKey, Set<String>>> delivered() {
        Map<Sayings.Event, Map<LineKey, Set<String>>> delivered = new HashMap<>();
        deliveries.keySet().forEach(event -> delivered.put(event, new HashMap<>()));
        lines.forEach(
                (event, turns) ->
                        turns.forEach(
                                (line, turn) -> {
                                    if (turn.gives()) {
                                        delivered.get(event).put(line, turn.notices());
                                    }
                                }));
        return delivered;
    }

    private void notice(Sayings.Notice said) {
        BoundNotice before = notices.get(said.document());
        BoundNotice after =
                before == null || flaw == Flaw.BELIEVES_THE_LAST
                        ? said.bound()
                        : before.with(said.bound());
        if (!after.equals(before)) {
            notices.put(said.document(), after);
            Map<String, ShipmentBinding> told = new TreeMap<>(after.told());
            if (flaw == Flaw.FORGETS_OLD_REFERENCES) {
                told.keySet().retainAll(after.references());
            }
            told.forEach(
                    (name, binding) -> wire("order/1>link/" + name, () -> binding(name, binding)));
        }
    }

    private void event(Sayings.Event event) {
        for (String name : event.names()) {
            Set<String> others = new HashSet<>(event.names());
            others.remove(name);
            wire("route>link/" + name, () -> link(name, others));
            wire("route>shipment/" + name, () -> call(name, event));
        }
    }

    private void binding(String name, ShipmentBinding binding) {
        LinkIndex before = links.getOrDefault(name, LinkIndex.EMPTY);
        LinkIndex after = before.with(binding);
        links.put(name, after);
        if (!after.equals(before)) {
            tell(name, name, binding);
            after.links().forEach(other -> tell(other, name, binding));
        }
    }

    private void link(String name, Set<String> others) {
        LinkIndex before = links.getOrDefault(name, LinkIndex.EMPTY);
        links.put(name, before.linkedTo(others));
        for (String other : others) {
            if (!before.links().contains(other)) {
                before.bindings().all().forEach(binding -> tell(other, name, binding));
            }
        }
    }

    private void tell(String to, String name, ShipmentBinding binding) {
        wire("link/" + name + ">shipment/" + to, () -> bound(to, name, binding));
    }

    private void bound(String at, String name, ShipmentBinding binding) {
        ShipmentIndex before = shipments.getOrDefault(at, ShipmentIndex.EMPTY);
        ShipmentIndex after =
                at.equals(name) ? before.with(binding) : before.linkedWith(name, binding);
        shipments.put(at, after);
        for (Sayings.Event event : subscribers.getOrDefault(at, Set.of())) {
            Reach reach = after.at(event.time(), Sayings::isSharing);
            if (!reach.equals(before.at(event.time(), Sayings::isSharing))) {
                answer(at, event, reach);
            }
        }
    }

    private void call(String at, Sayings.Event event) {
        subscribers.computeIfAbsent(at, name -> new HashSet<>()).add(event);
        ShipmentIndex known = shipments.getOrDefault(at, ShipmentIndex.EMPTY);
        answer(at, event, known.at(event.time(), Sayings::isSharing));
    }

    private void answer(String at, Sayings.Event event, Reach reach) {
        wire("shipment/" + at + ">event/" + event.id(), () -> reached(at, event, reach));
    }

    private void reached(String at, Sayings.Event event, Reach reach) {
        Delivery known =
                deliveries
                        .getOrDefault(event, Delivery.EMPTY)
                        .asking(event.names().size())
                        .with(at, reach);
        List<Turn> due = known.due();
        deliveries.put(event, known.told(due));
        for (Turn turn : due) {
            if (flaw == Flaw.NEVER_TAKES_BACK && !turn.gives()) {
                continue;
            }
            Map<LineKey, Turn> told = lines.computeIfAbsent(event, e -> new HashMap<>());
            Turn last = told.get(turn.line());
            if (flaw == Flaw.FORGETS_NEW_NOTICES && last != null && last.gives() && turn.gives()) {
                continue;
            }
            if (last == null || last.number() < turn.number()) {
                told.put(turn.line(), turn);
            }
        }
    }

    private void wire(String wire, Runnable message) {
        wires.computeIfAbsent(wire, w -> new ArrayDeque<>()).add(message);
    }
}
