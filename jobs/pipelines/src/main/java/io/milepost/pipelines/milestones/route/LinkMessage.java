package io.milepost.pipelines.milestones.route;

import io.milepost.state.correlation.ShipmentBinding;
import java.util.List;
import java.util.Objects;

/**
 * What a reference is told of itself: that a ship notice binds it or binds it no longer, or that a
 * carrier named it together with others.
 *
 * @param reference instance/company/reference type/reference
 * @param binding what the ship notice says; {@code null} for a link
 * @param links the references that it was named with; empty for a binding
 * @param knownAt when that became known, microseconds
 */
public record LinkMessage(
        String reference, ShipmentBinding binding, List<String> links, long knownAt) {

    /** Checks that it is one or the other. */
    public LinkMessage {
        Objects.requireNonNull(reference, "reference");
        links = List.copyOf(links);
        if ((binding == null) == links.isEmpty()) {
            throw new IllegalArgumentException(
                    "message for reference " + reference + ": must be a binding or a link");
        }
    }

    /** A ship notice binds it, or binds it no longer. */
    public static LinkMessage binding(String reference, ShipmentBinding binding, long knownAt) {
        return new LinkMessage(reference, binding, List.of(), knownAt);
    }

    /** A carrier named it together with others. */
    public static LinkMessage linked(String reference, List<String> others, long knownAt) {
        return new LinkMessage(reference, null, others, knownAt);
    }
}
