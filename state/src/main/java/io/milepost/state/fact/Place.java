package io.milepost.state.fact;

/**
 * Place of a fact in the order in which its line became known.
 *
 * @param knownAt when it could first be known
 * @param rank of facts known at one time: the order first, what the supplier confirms last
 * @param identity what it is about
 * @param version its version
 */
public record Place(long knownAt, int rank, String identity, Version version)
        implements Comparable<Place> {

    /** The place of a fact. */
    public static Place of(Fact fact) {
        FactHeader header = fact.header();
        return new Place(header.knownAt(), rank(fact), header.identity(), header.version());
    }

    private static int rank(Fact fact) {
        if (fact instanceof OrderFact) {
            return 0;
        }
        return fact instanceof AcknowledgementFact ? 2 : 1;
    }

    @Override
    public int compareTo(Place other) {
        int order = Long.compare(knownAt, other.knownAt);
        if (order == 0) {
            order = Integer.compare(rank, other.rank);
        }
        if (order == 0) {
            order = identity.compareTo(other.identity);
        }
        return order == 0 ? version.compareTo(other.version) : order;
    }
}
