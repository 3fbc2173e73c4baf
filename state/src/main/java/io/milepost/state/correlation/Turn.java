package io.milepost.state.correlation;

import io.milepost.events.CarrierStatus;
import io.milepost.events.TimeClassifier;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Version;
import java.util.Comparator;
import java.util.Locale;

/**
 * What a line is told of an event that may belong to it.
 *
 * @param line the line
 * @param number 0 when it is told of the event for the first time; an odd number takes the event
 *     back, a later even one gives it again
 */
public record Turn(LineKey line, int number) {

    static final Comparator<Turn> ORDER = Comparator.comparing(turn -> turn.line().toString());

    /** Whether the line is given the event. */
    public boolean gives() {
        return gives(number);
    }

    /** Whether a line is given an event by that turn. */
    public static boolean gives(int number) {
        return number % 2 == 0;
    }

    /**
     * The fact that a line is told by a turn. What takes an event back is a later version of it
     * that says nothing, known since the same time: the line is at every point of its knowledge as
     * if it had never had it.
     *
     * @param fact the event as a fact of its first version
     * @param number the turn
     */
    public static CarrierFact fact(CarrierFact fact, int number) {
        if (number == 0) {
            return fact;
        }
        FactHeader header = fact.header();
        String turn = String.format(Locale.ROOT, "%06d", number);
        FactHeader later =
                new FactHeader(
                        header.identity(),
                        new Version(header.version().number(), turn),
                        header.eventId(),
                        header.occurredAt(),
                        header.recordedAt(),
                        header.knownAt(),
                        header.traceparent());
        return gives(number)
                ? fact.withHeader(later)
                : new CarrierFact(later, CarrierStatus.UNKNOWN, TimeClassifier.UNKNOWN, Times.NONE);
    }
}
