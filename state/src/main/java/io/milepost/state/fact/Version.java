package io.milepost.state.fact;

import java.util.Comparator;
import java.util.Objects;

/**
 * Place of a fact in the total order that its source gives to the states of one thing.
 *
 * @param number Odoo: poll horizon in microseconds or log sequence number; partners: when the
 *     document was issued, in microseconds
 * @param tie decides between equal numbers: control number and event id; empty for Odoo
 */
public record Version(long number, String tie) implements Comparable<Version> {

    private static final Comparator<Version> ORDER =
            Comparator.comparingLong(Version::number).thenComparing(Version::tie);

    /** Checks that the tie is given. */
    public Version {
        Objects.requireNonNull(tie, "tie");
    }

    /** A version that its number alone decides. */
    public static Version of(long number) {
        return new Version(number, "");
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return tie.isEmpty() ? Long.toString(number) : number + "/" + tie;
    }
}
