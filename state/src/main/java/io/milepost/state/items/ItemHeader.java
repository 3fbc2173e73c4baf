package io.milepost.state.items;

import io.milepost.state.fact.Version;
import java.util.Objects;

/**
 * What every statement about an item has.
 *
 * @param document number of the document that says it; the identity of the statement
 * @param version place among the states of that document, and among all documents of the supplier:
 *     when it was issued, then control number and event id
 * @param cancelled whether the document takes back what it said
 * @param knownAt when Milepost could first know it, microseconds
 * @param names the names that it gives to the item
 */
public record ItemHeader(
        String document, Version version, boolean cancelled, long knownAt, ItemNames names) {

    /** Checks that all are given. */
    public ItemHeader {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(names, "names");
    }

    /** When the document was issued, microseconds. */
    public long issuedAt() {
        return version.number();
    }

    /** The same, known from another time on. */
    public ItemHeader knownAt(long time) {
        return new ItemHeader(document, version, cancelled, time, names);
    }
}
