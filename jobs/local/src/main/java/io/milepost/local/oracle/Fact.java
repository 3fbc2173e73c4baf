package io.milepost.local.oracle;

import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;

/**
 * One version of one thing that is known about a line.
 *
 * @param identity what it is a version of
 * @param version its place among the versions of that thing
 * @param knownAt when it could first be known, microseconds
 * @param event the event that brought it
 */
record Fact(String identity, Version version, long knownAt, SpecificRecord event) {

    /**
     * A place in the order of versions. Odoo's facts use the number alone; documents are ordered by
     * issue time, control number (absent first) and event id.
     */
    record Version(long number, String controlNumber, String eventId)
            implements Comparable<Version> {

        private static final Comparator<Version> ORDER =
                Comparator.comparingLong(Version::number)
                        .thenComparing(
                                Version::controlNumber,
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Version::eventId);

        static Version of(long number) {
            return new Version(number, null, "");
        }

        @Override
        public int compareTo(Version other) {
            return ORDER.compare(this, other);
        }
    }

    /** The same fact, known at the earlier of two times. */
    Fact knownNoLaterThan(long micros) {
        return micros < knownAt ? new Fact(identity, version, micros, event) : this;
    }
}
