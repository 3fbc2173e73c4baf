package io.milepost.local.partners;

import io.milepost.events.Document;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.SupplierEvent;
import java.time.Instant;
import java.util.List;

/**
 * What a supplier says in one document at one moment.
 *
 * @param lines what it says of each line, at least one
 */
record Saying(List<Line> lines) {

    Saying {
        lines = List.copyOf(lines);
    }

    /**
     * What is said of one line.
     *
     * @param event the event that is to come of it
     * @param vendorItem the supplier's number of the item, by which a line can always be named;
     *     {@code null} where no line is meant
     * @param number the line's number on the order, as the supplier got it
     */
    record Line(SupplierEvent event, String vendorItem, int number) {

        <T> T body(Class<T> type) {
            return type.cast(event.getBody());
        }

        /** The item's number by GS1, if the supplier names it; {@code null} if not. */
        String gtin() {
            return event.getLine().getGtin();
        }

        /** Our ids of the line, if the supplier returns them; {@code null} if not. */
        String ids() {
            LineReference name = event.getLine();
            return name.getLineId() == null ? null : name.getOrderId() + "/" + name.getLineId();
        }
    }

    private SupplierEvent first() {
        return lines.get(0).event();
    }

    Object body() {
        return first().getBody();
    }

    Document document() {
        return first().getDocument();
    }

    Envelope envelope() {
        return first().getEnvelope();
    }

    String order() {
        return first().getOrderName();
    }

    Instant issuedAt() {
        return document().getIssuedAt();
    }
}
