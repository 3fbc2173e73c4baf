package io.milepost.state.line;

import io.milepost.events.LineAnswer;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.SchedulePart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a line is confirmed as by the acknowledgements that count together. */
final class Confirmation {

    private final List<SchedulePart> parts = new ArrayList<>();
    private final AcknowledgementFact newest;
    private final String unit;

    /**
     * @param acknowledgements those that count together, oldest first; at least one
     * @param unit the order's unit
     */
    Confirmation(List<AcknowledgementFact> acknowledgements, String unit) {
        acknowledgements.forEach(it -> parts.addAll(it.schedule()));
        this.newest = acknowledgements.get(acknowledgements.size() - 1);
        this.unit = unit;
    }

    /**
     * A quantity for a day.
     *
     * @param quantity how many
     * @param at when, microseconds: the earliest time that was named of the day
     */
    record Dated(BigDecimal quantity, long at) {}

    /** How many are confirmed. */
    BigDecimal confirmed() {
        return sum(parts.stream().filter(SchedulePart::confirms).toList());
    }

    /** Whether any part is something else than confirmed. */
    boolean leavesOpen() {
        return !parts.stream().allMatch(SchedulePart::confirms);
    }

    /** Whether any part is still to come without being confirmed. */
    boolean leavesOwed() {
        return parts.stream()
                .anyMatch(part -> !part.confirms() && part.answer() != LineAnswer.REJECTED);
    }

    /** Whether the supplier means to deliver anything. */
    boolean promisesAny() {
        return parts.stream()
                .anyMatch(part -> part.confirms() || part.answer() == LineAnswer.BACKORDERED);
    }

    /** What is promised for each day (UTC), earliest first. */
    List<Dated> byDay() {
        NavigableMap<LocalDate, Dated> days = new TreeMap<>();
        for (SchedulePart part : parts) {
            if (part.promisesDate()) {
                days.merge(
                        Times.day(part.promisedAt()),
                        new Dated(part.quantity(), part.promisedAt()),
                        (a, b) ->
                                new Dated(
                                        a.quantity().add(b.quantity()), Math.min(a.at(), b.at())));
            }
        }
        return days.entrySet().stream().map(Map.Entry::getValue).toList();
    }

    /** The last time that is promised; {@link Times#NONE} if none is. */
    long last() {
        return parts.stream()
                .filter(SchedulePart::promisesDate)
                .mapToLong(SchedulePart::promisedAt)
                .max()
                .orElse(Times.NONE);
    }

    /** Whether a person should look at it, since not everything ordered is confirmed. */
    boolean isDoubtful(BigDecimal ordered) {
        return leavesOpen() || confirmed().compareTo(ordered) < 0;
    }

    /** How much is confirmed, in a sentence. */
    String summary(BigDecimal ordered) {
        return "Supplier confirmed "
                + Asking.plain(confirmed())
                + " of "
                + Asking.plain(ordered)
                + " "
                + unit
                + (leavesOpen() ? "; parts are rejected, on hold or on back-order" : "");
    }

    /** All of it in words, part by part. */
    String schedule(BigDecimal ordered) {
        String identity = newest.header().identity();
        String words =
                "Acknowledgement "
                        + identity.substring(identity.indexOf('/') + 1)
                        + ": "
                        + parts.stream().map(this::words).collect(Collectors.joining(", "));
        BigDecimal unsaid = ordered.subtract(sum(parts));
        return unsaid.signum() > 0
                ? words + ", " + Asking.plain(unsaid) + " " + unit + " not answered"
                : words;
    }

    private String words(SchedulePart part) {
        String answer =
                switch (part.answer()) {
                    case ACCEPTED, CHANGED -> "";
                    case SUBSTITUTED -> " by another item";
                    case BACKORDERED -> " on back-order";
                    case REJECTED -> " rejected";
                    case ON_HOLD -> " on hold";
                    case UNKNOWN -> " with an unknown answer";
                };
        boolean dated = part.promisedAt() != Times.NONE;
        return Asking.plain(part.quantity())
                + " "
                + unit
                + answer
                + (dated ? " for " + Times.day(part.promisedAt()) : "");
    }

    private static BigDecimal sum(List<SchedulePart> some) {
        return some.stream().map(SchedulePart::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
