package io.milepost.state.items;

/** Something that a supplier said about one of its items. Facts never change. */
public sealed interface ItemFact permits InventoryFact, PriceFact, LeadTimeFact, QualityFact {

    /** Identity, version, when it became known. */
    ItemHeader header();

    /** The same statement under another header. */
    ItemFact withHeader(ItemHeader header);

    /** What it is about, as a part of its name. */
    String subject();

    /** Name of the fact in everything that Milepost writes: subject, document and version. */
    default String factId() {
        return subject() + '/' + header().document() + '@' + header().version();
    }

    /** Whether this says the same, whenever it became known. */
    default boolean sameContent(ItemFact other) {
        return withHeader(header().knownAt(0)).equals(other.withHeader(other.header().knownAt(0)));
    }
}
