package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Version;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * What a line is told of an event that may belong to it.
 *
 * @param line the line
 * @param number 0 when it is told of the event for the first time; an odd number takes the event
 *     back, a later even one gives it again, or says by which other notices
 * @param notices identities of the ship notices that brought it to the line, where the line may
 *     share them; none where it is taken back
 */
public record Turn(LineKey line, int number, Set<String> notices) {

    static final Comparator<Turn> ORDER = Comparator.comparing(turn -> turn.line().toString());

    /** Keeps its own copy. */
    public Turn {
        notices = Set.copyOf(notices);
    }

    /** A line hears of an event for the first time. */
    static Turn first(LineKey line, Set<String> notices) {
        return new Turn(line, 0, notices);
    }

    /** The event is given again, or is said to have come by other notices. */
    Turn again(Set<String> notices) {
        return new Turn(line, gives() ? number + 2 : number + 1, notices);
    }

    /** The event is taken back. */
    Turn back() {
        return new Turn(line, number + 1, Set.of());
    }

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
     * @param notices the ship notices that brought it
     */
    public static CarrierFact fact(CarrierFact fact, int number, Set<String> notices) {
        CarrierFact brought = notices.isEmpty() ? fact : fact.broughtBy(notices);
        if (number == 0) {
            return brought;
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
        return gives(number) ? brought.withHeader(later) : CarrierFact.nothing(later);
    }
}
