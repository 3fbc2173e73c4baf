package io.milepost.partners.edi.out;

import java.util.List;

/**
 * A transaction or message that is to be written, without its first and last segment.
 *
 * @param type {@code 850}, {@code ORDERS}
 * @param version X12: the version for ST03 where it is wanted, else {@code null}; EDIFACT: version,
 *     release, agency and association code as UNH has them, {@code D:96A:UN:EAN008}
 * @param controlNumber its number within the interchange
 * @param segments what it says
 */
public record OutTransaction(
        String type, String version, String controlNumber, List<OutSegment> segments) {

    /** Takes a copy of the segments. */
    public OutTransaction {
        segments = List.copyOf(segments);
    }
}
