package io.milepost.local.distributor;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.LineReference;
import io.milepost.events.Reference;
import io.milepost.events.SupplierEvent;
import io.milepost.schemas.Catalogue;
import java.util.List;

/** Writes what the supplier of one order says. Times are microseconds since the story's start. */
final class SupplierPen {

    private final Pen pen;
    private final Order order;

    SupplierPen(Pen pen, Order order) {
        this.pen = pen;
        this.order = order;
    }

    /**
     * A document with what it does and when.
     *
     * @param number number that its author gave it
     * @param purpose what it does to an earlier one
     * @param issuedAt when it was issued
     * @param knownAt when it came in
     */
    record Paper(String number, DocumentPurpose purpose, long issuedAt, long knownAt) {

        static Paper original(String number, long issuedAt, long knownAt) {
            return new Paper(number, DocumentPurpose.ORIGINAL, issuedAt, knownAt);
        }
    }

    /** Says something of one line, or of all with {@code item == null}. */
    void say(Paper paper, Item item, LineReference line, Object body, List<Reference> references) {
        sayAs(order.vendor(), paper, item, line, body, references);
    }

    /** Says it in another supplier's name. */
    void sayAs(
            Vendor speaker,
            Paper paper,
            Item item,
            LineReference line,
            Object body,
            List<Reference> references) {
        String about = item == null ? "" : "-" + item.lineId();
        String eventId = paper.number() + about + "-" + paper.purpose() + "-" + speaker.id();
        SupplierEvent event =
                new SupplierEvent(
                        pen.envelope(
                                order.terms().company(),
                                eventId,
                                "edi-x12",
                                speaker.id(),
                                paper.issuedAt(),
                                paper.issuedAt(),
                                paper.knownAt(),
                                references),
                        new Document(
                                paper.number(),
                                paper.purpose(),
                                pen.instant(paper.issuedAt()),
                                null),
                        order.name(),
                        line,
                        body);
        String lineKey = item == null ? null : order.lineKey(item);
        pen.write(Catalogue.SUPPLIER_EVENTS, order.key(), event, lineKey, paper.knownAt());
    }

    /** The supplier's own number of the order; {@code null} for a supplier that tells none. */
    String ownNumber() {
        return order.id() % 3 == 0 ? null : "SO-" + order.id();
    }

    Pen pen() {
        return pen;
    }
}
