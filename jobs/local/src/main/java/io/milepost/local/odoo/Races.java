package io.milepost.local.odoo;

import io.milepost.events.Acknowledgement;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * People who act on a line at the moment in which the supplier's new date for it is on its way into
 * Odoo: some give it a date of their own, which then stands, and some lock the order over night, so
 * that Odoo takes no date.
 */
final class Races {

    private static final int EVERY = 3;
    private static final int DAYS_LATER = 3;

    private Races() {}

    /**
     * A race.
     *
     * @param afterMicros when the supplier's word became known
     * @param first what is done while it is on its way
     * @param later what is done afterwards; {@code null} for nothing
     */
    record Race(long afterMicros, Deed first, Deed later) {}

    /** Of the suppliers' dates of lines that nobody changes a third is raced each way. */
    static List<Race> of(List<Act> script, List<TimedEvent> partners) {
        Map<String, Deed.NewLine> lines = new HashMap<>();
        Map<String, String> orders = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        Set<String> changed = new HashSet<>();
        for (Act act : script) {
            if (act.deed() instanceof Deed.WriteOrder order) {
                order.lines().forEach(line -> lines.put(line.key(), line));
                order.lines().forEach(line -> orders.put(line.key(), order.name()));
                sizes.put(order.name(), order.lines().size());
            } else if (act.deed().changesTheDeal()) {
                changed.add(act.deed().line());
            }
        }
        List<Race> races = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int candidates = 0;
        int locks = 0;
        for (TimedEvent event : partners) {
            String key = event.lineKey();
            Instant earliest = earliest(event).orElse(null);
            boolean first = key != null && isAnswer(event) && seen.add(key);
            if (!first || earliest == null || changed.contains(key)) {
                continue;
            }
            if (!differs(earliest, lines.get(key).planned())) {
                continue;
            }
            candidates++;
            boolean alone = sizes.get(orders.get(key)) == 1;
            if (candidates % EVERY == 0) {
                Instant own = earliest.plus(DAYS_LATER, ChronoUnit.DAYS);
                races.add(new Race(event.atMicros(), new Deed.ChangeDate(key, own), null));
            } else if (alone && locks * EVERY < candidates) {
                locks++;
                String order = orders.get(key);
                races.add(new Race(event.atMicros(), new Deed.Lock(order), new Deed.Unlock(order)));
            }
        }
        return races;
    }

    private static boolean isAnswer(TimedEvent event) {
        return event.value() instanceof SupplierEvent said
                && said.getBody() instanceof Acknowledgement
                && said.getDocument().getPurpose() == DocumentPurpose.ORIGINAL;
    }

    private static Optional<Instant> earliest(TimedEvent event) {
        if (!isAnswer(event)) {
            return Optional.empty();
        }
        Acknowledgement body = (Acknowledgement) ((SupplierEvent) event.value()).getBody();
        return body.getSchedule().stream()
                .map(ScheduleLine::getPromisedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static boolean differs(Instant one, Instant other) {
        return Micros.startOfDay(Micros.of(one)) != Micros.startOfDay(Micros.of(other));
    }
}
