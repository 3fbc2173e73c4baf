package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;
import io.milepost.state.codec.HeaderCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.FactHeader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * When enough had come: the time since which the parts sum to what is needed. Who posts a receipt
 * by mistake and reverses it has not received the goods that day. Parts of one time count together:
 * a reversal undoes a receipt of the same moment. Of those it is the one with which it became
 * enough, as they became known: another one of the same day, when it was enough already, starts
 * nothing anew. Parts are taken in by their time; one that goes before another needs the count
 * anew.
 */
final class Crossing {

    private static final Comparator<Part> BY_TIME =
            Comparator.comparingLong(Part::time)
                    .thenComparingLong(part -> part.since().knownAt())
                    .thenComparing(part -> part.since().identity())
                    .thenComparing(part -> part.since().version());

    private final MilestoneName name;
    private BigDecimal sum = BigDecimal.ZERO;
    private long knownAt = Times.NONE;
    private long lastTime = Times.NONE;
    private FactHeader last;
    private Reached earlier;

    Crossing(MilestoneName name) {
        this.name = name;
    }

    /**
     * Takes in one more part.
     *
     * @param needed how much is needed; {@code null} while that is unknown
     * @return false if it goes before a part that is counted already
     */
    boolean add(Part part, BigDecimal needed) {
        if (part.quantity().signum() == 0) {
            return true;
        }
        if (part.time() < lastTime) {
            return false;
        }
        if (part.time() > lastTime) {
            earlier = reached(needed);
            lastTime = part.time();
            last = part.since();
        } else if (!isEnough(needed)) {
            last = part.since();
        }
        knownAt = Math.max(knownAt, part.since().knownAt());
        sum = sum.add(part.quantity());
        return true;
    }

    /**
     * Takes in a part in place of one that is counted. While there is not enough, only the sum and
     * the last part matter: where the other one was counted does not.
     *
     * @return false if the parts have to be counted anew
     */
    boolean replace(Part before, Part after, BigDecimal needed) {
        if (after.saysTheSame(before)) {
            return true;
        }
        BigDecimal replaced = sum.subtract(before.quantity()).add(after.quantity());
        boolean isEnough = needed == null || replaced.compareTo(needed) >= 0;
        if (isEnough || after.time() <= lastTime || after.quantity().signum() == 0) {
            return false;
        }
        sum = replaced;
        earlier = null;
        lastTime = after.time();
        last = after.since();
        knownAt = Math.max(knownAt, after.since().knownAt());
        return true;
    }

    /** Counts anew. */
    void retell(List<Part> parts, BigDecimal needed) {
        sum = BigDecimal.ZERO;
        knownAt = Times.NONE;
        lastTime = Times.NONE;
        last = null;
        earlier = null;
        parts.stream().sorted(BY_TIME).forEach(part -> add(part, needed));
    }

    /** Whether nothing has been counted yet. */
    boolean isEmpty() {
        return last == null;
    }

    /** Everything together. */
    BigDecimal sum() {
        return sum;
    }

    /** The milestone; {@code null} if it is not reached, or not known how much is needed. */
    Reached reached(BigDecimal needed) {
        if (!isEnough(needed)) {
            return null;
        }
        return earlier != null
                ? earlier
                : Reached.of(name, TimeClassifier.ACTUAL, last, lastTime)
                        .knownNoEarlierThan(knownAt);
    }

    private boolean isEnough(BigDecimal needed) {
        return last != null && needed != null && needed.signum() > 0 && sum.compareTo(needed) >= 0;
    }

    void write(StateOutput out) {
        out.decimal(sum);
        out.flag(last != null);
        if (last != null) {
            out.number(knownAt);
            out.number(lastTime);
            HeaderCodec.write(last, out);
            ReachedCodec.write(earlier, out);
        }
    }

    Crossing read(StateInput in) {
        sum = in.decimal();
        if (in.flag()) {
            knownAt = in.number();
            lastTime = in.number();
            last = HeaderCodec.read(in);
            earlier = ReachedCodec.read(in);
        }
        return this;
    }

    /**
     * A quantity that came.
     *
     * @param time when
     * @param quantity how much; negative for a reversal
     * @param since header of the version since which it counts
     */
    record Part(long time, BigDecimal quantity, FactHeader since) {

        /** Whether both say the same. */
        boolean saysTheSame(Part other) {
            return time == other.time && quantity.compareTo(other.quantity) == 0;
        }
    }
}
