package io.milepost.partners.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the nodes of a message's tree stand in what was sent. Nodes are known by identity and not
 * by what they say: a template that hands a value on hands the same node on, so that a date that
 * makes no sense is still known to be element 2 of segment 7 after it was mapped. A {@link
 * DerivedText} stands where its origin stands; other values that a template computes have no place.
 *
 * <p>A reader must therefore make a node of its own for each value, and never take one that Jackson
 * shares, such as the empty text or a boolean.
 */
public final class Places {

    private final Map<JsonNode, Supplier<Place>> places = new IdentityHashMap<>();

    /** Notes where a node stands; a later note for the same node replaces it. */
    public void put(JsonNode node, Place place) {
        places.put(node, () -> place);
    }

    /**
     * Notes how to find where a node stands, for places that cost more to work out than most
     * messages, which have no problem, should pay.
     */
    public void put(JsonNode node, Supplier<Place> place) {
        places.put(node, place);
    }

    /** Where a node stands; {@link Place#WHOLE} if that is not known. */
    public Place of(JsonNode node) {
        JsonNode placed = node;
        while (placed instanceof DerivedText derived) {
            placed = derived.origin();
        }
        Supplier<Place> place = places.get(placed);
        return place == null ? Place.WHOLE : place.get();
    }
}
