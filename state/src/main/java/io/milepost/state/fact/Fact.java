package io.milepost.state.fact;

import java.util.Comparator;

/**
 * Something that was said about a purchase-order line. Facts never change; a newer version of the
 * same thing is another fact. What a line remembers is the set of its facts, so the order in which
 * they arrive cannot matter.
 */
public sealed interface Fact
        permits OrderFact,
                AcknowledgementFact,
                ShipNoticeFact,
                CarrierFact,
                ReceiptFact,
                InvoiceFact,
                TechnicalFact,
                HoldFact,
                ClaimFact {

    /**
     * The order in which a line became known: by knownAt; of what became known at one time the
     * order comes first and what the supplier confirms comes last, so that a confirmation is held
     * against everything that was known with it; then by identity and version.
     */
    Comparator<Fact> BY_KNOWLEDGE = Comparator.comparing(Place::of);

    /** Versions of one thing, or of several: documents of one version are told apart by name. */
    Comparator<Fact> BY_VERSION =
            Comparator.comparing((Fact f) -> f.header().version())
                    .thenComparing(f -> f.header().identity());

    /** Identity, version and times. */
    FactHeader header();

    /** Business time, in microseconds. */
    default long occurredAt() {
        return header().occurredAt();
    }

    /** The same statement under another header. */
    Fact withHeader(FactHeader header);

    /** Whether this is about the same thing in the same version. */
    default boolean sameVersion(Fact other) {
        return header().version().equals(other.header().version())
                && header().identity().equals(other.header().identity());
    }

    /** Whether this is a later version of the same thing. */
    default boolean supersedes(Fact other) {
        return header().identity().equals(other.header().identity())
                && header().version().compareTo(other.header().version()) > 0;
    }

    /**
     * This statement, with what only a repeat of it says: earlier releases did not remember all
     * that is remembered now. The same object where that is nothing.
     */
    default Fact completedBy(Fact repeat) {
        return this;
    }

    /**
     * Whether this says the same, whoever brought it and whenever it became known. What one of the
     * two does not say is no difference.
     */
    default boolean sameContent(Fact other) {
        return header().occurredAt() == other.header().occurredAt()
                && completedBy(other).withHeader(other.header()).equals(other.completedBy(this));
    }

    /** This statement, known from the earlier of the two headers on. */
    default Fact knownFromEarlierOf(Fact repeat) {
        Fact known =
                FactHeader.EARLIEST_KNOWN.compare(header(), repeat.header()) <= 0
                        ? this
                        : withHeader(repeat.header());
        return known.completedBy(repeat);
    }
}
