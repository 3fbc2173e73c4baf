package io.milepost.local.odoo;

import io.milepost.events.Acknowledgement;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.TimedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who had to do with each line within a step: its supplier by an answer, or people in Odoo. */
final class Sides {

    private final Map<String, Set<Instant>> promised = new HashMap<>();
    private final Map<String, Long> answered = new HashMap<>();
    private final Map<String, Long> done = new HashMap<>();

    /**
     * @param partners everything that partners say in the whole story
     */
    Sides(List<TimedEvent> partners) {
        for (TimedEvent event : partners) {
            if (isAnswer(event)) {
                Acknowledgement body = (Acknowledgement) ((SupplierEvent) event.value()).getBody();
                for (ScheduleLine part : body.getSchedule()) {
                    promised.computeIfAbsent(event.lineKey(), line -> new HashSet<>())
                            .add(part.getPromisedAt());
                }
            }
        }
    }

    /**
     * Notes a deed. Whether it changes a deal that the supplier answered within the step: then the
     * step has to end before it, and does. To take over a date that the supplier gave changes
     * nothing, whoever is first.
     */
    boolean meets(Act act) {
        String line = act.deed().line();
        if (line == null) {
            return false;
        }
        boolean meets = act.deed().changesTheDeal() && !takesOver(act.deed());
        return note(line, act.atMicros(), done, meets ? answered : Map.of());
    }

    /** Notes what a partner says: an answer must not meet anything that was done with its line. */
    boolean meets(TimedEvent event) {
        return isAnswer(event) && note(event.lineKey(), event.atMicros(), answered, done);
    }

    private boolean note(String line, long at, Map<String, Long> mine, Map<String, Long> others) {
        Long before = others.get(line);
        boolean meets = before != null && at - before > Steps.APART;
        if (meets) {
            forget();
        }
        mine.put(line, at);
        return meets;
    }

    /** A step ends here. */
    void forget() {
        answered.clear();
        done.clear();
    }

    private boolean takesOver(Deed deed) {
        return deed instanceof Deed.ChangeDate date
                && promised.getOrDefault(date.line(), Set.of()).contains(date.planned());
    }

    private static boolean isAnswer(TimedEvent event) {
        return event.value() instanceof SupplierEvent said
                && said.getBody() instanceof Acknowledgement;
    }
}
