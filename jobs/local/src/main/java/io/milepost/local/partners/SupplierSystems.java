package io.milepost.local.partners;

import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The systems of the suppliers, which say how they took the orders that came to them. Not for
 * several threads.
 */
final class SupplierSystems {

    private final OrderTraffic orders;
    private final Outbox outbox;
    private final Map<String, TimedEvent> due = new LinkedHashMap<>();
    private final Map<String, Got> unanswered = new LinkedHashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private long numbersSaid;

    private record Got(Correspondent who, OrderText text) {}

    SupplierSystems(OrderTraffic orders, Outbox outbox) {
        this.orders = orders;
        this.outbox = outbox;
    }

    /** An order came to a supplier. */
    void got(Correspondent who, OrderText text) {
        unanswered.put(text.order(), new Got(who, text));
    }

    /** One is to say of an order what an event says, once it has the order. */
    void toSay(SupplierEvent said, TimedEvent event) {
        due.putIfAbsent(said.getOrderName(), event);
    }

    /**
     * They say what they are to say, as far as they have the orders.
     *
     * @return whether some of it names numbers that partner-delivery has to find the orders of
     */
    boolean answer() throws IOException, InterruptedException {
        long before = numbersSaid;
        for (String order : List.copyOf(due.keySet())) {
            Got got = unanswered.remove(order);
            if (got != null) {
                answer(got, due.remove(order));
            }
        }
        return numbersSaid > before;
    }

    private void answer(Got got, TimedEvent event) throws IOException, InterruptedException {
        SupplierEvent said = (SupplierEvent) event.value();
        Instant sentAt = orders.sentAt(said.getOrderName());
        long known = Math.max(event.knownAtMicros(), Micros.of(sentAt) + Micros.SECOND);
        boolean taken =
                ((TechnicalAcknowledgement) said.getBody()).getOutcome()
                        == TechnicalOutcome.ACCEPTED;
        Correspondent who = got.who();
        Draft draft =
                TechnicalAnswers.write(
                        who, got.text(), taken, Micros.toInstant(known), outbox.control(who));
        if (draft.identities().isEmpty() && !outbox.loses(who)) {
            numbersSaid++;
        }
        if (taken) {
            acknowledged.add(said.getOrderName());
        }
        Set<String> events = Set.of(Correspondence.key(said));
        outbox.send(events, who, "answer-" + said.getOrderName(), draft, known);
    }

    /** Returns when partner-delivery has found the orders of all numbers that were said. */
    void numbersAreFound() throws IOException, InterruptedException {
        orders.awaitNumbers(numbersSaid);
    }

    /** How many orders they took. */
    long acknowledged() {
        return acknowledged.size();
    }

    /** Lines of text with orders that did not come, and numbers that found none. */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        due.keySet()
                .forEach(order -> lines.add("  order " + order + ": its supplier never got it"));
        if (orders.numbersFound() != numbersSaid) {
            lines.add(
                    "  acknowledged numbers: expected the orders of %d but found %d"
                            .formatted(numbersSaid, orders.numbersFound()));
        }
        return lines;
    }
}
