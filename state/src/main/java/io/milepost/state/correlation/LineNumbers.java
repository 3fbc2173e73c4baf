package io.milepost.state.correlation;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that the lines of an order have on our documents, whoever told them. What was known
 * first stays: the supplier has the documents that say so, and answers to any of them. So a line
 * keeps its number for ever, and a number its line; what contradicts that is remembered, lest it
 * made a difference which came first, and holds nothing. Immutable.
 */
final class LineNumbers {

    /** None is known. */
    static final LineNumbers NONE = new LineNumbers(List.of());

    private static final Comparator<LineNumber> BY_TIME =
            Comparator.comparingLong(LineNumber::knownAt)
                    .thenComparingInt(LineNumber::number)
                    .thenComparingLong(LineNumber::lineId);

    /** Each number of each line once, with the time at which it was first known. */
    private final List<LineNumber> told;

    private LineNumbers(List<LineNumber> told) {
        this.told = List.copyOf(told);
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** With what was told of a line. */
    LineNumbers with(LineNumber one) {
        List<LineNumber> after = new ArrayList<>(told.size() + 1);
        LineNumber first = one;
        for (LineNumber known : told) {
            if (known.lineId() != one.lineId() || known.number() != one.number()) {
                after.add(known);
            } else if (known.knownAt() < one.knownAt()) {
                first = known;
            }
        }
        after.add(first);
        after.sort(BY_TIME);
        return new LineNumbers(after);
    }

    /**
     * The number that each line has, by its id. Two lines have the same one only if both were told
     * at the same time.
     */
    Map<Long, LineNumber> byLine() {
        Map<Long, LineNumber> byLine = new HashMap<>();
        Map<Integer, LineNumber> byNumber = new HashMap<>();
        for (LineNumber one : told) {
            LineNumber taken = byNumber.get(one.number());
            if (!byLine.containsKey(one.lineId())
                    && (taken == null || taken.knownAt() == one.knownAt())) {
                byLine.put(one.lineId(), one);
                byNumber.put(one.number(), one);
            }
        }
        return byLine;
    }

    void write(StateOutput out) {
        out.number(told.size());
        for (LineNumber one : told) {
            out.number(one.lineId());
            out.number(one.number());
            out.number(one.knownAt());
        }
    }

    static LineNumbers read(StateInput in) {
        int count = in.count();
        List<LineNumber> told = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            told.add(new LineNumber(in.number(), in.count(), in.number()));
        }
        return new LineNumbers(told);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineNumbers that && told.equals(that.told);
    }

    @Override
    public int hashCode() {
        return told.hashCode();
    }
}
