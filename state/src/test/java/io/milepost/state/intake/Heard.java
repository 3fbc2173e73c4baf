package io.milepost.state.intake;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.SupplierEvent;
import io.milepost.state.Said;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Events for tests of what is read from them: about an order of ten pieces, unit C62. */
final class Heard {

    static final Instant OCCURRED = Instant.parse("2026-02-10T00:00:00Z");
    static final Instant RECORDED = Instant.parse("2026-02-11T00:00:00Z");
    static final Instant KNOWN = Instant.parse("2026-02-12T00:00:00.000001Z");

    private static final OrderFact ORDER = (OrderFact) Said.order(10, "2026-03-01").fact();

    private Heard() {}

    /** The fact of an event. */
    static Fact fact(SpecificRecord event) throws UnknownUnitException {
        return FactReader.read(event, ORDER);
    }

    /** The fact of a supplier's document number D1. */
    static Fact document(DocumentPurpose purpose, Object body) throws UnknownUnitException {
        return fact(
                new SupplierEvent(
                        envelope("e1"),
                        new Document("D1", purpose, OCCURRED, "0001"),
                        "P00042",
                        null,
                        body));
    }

    static Envelope envelope(String id) {
        return new Envelope(
                id, "test", "main", "1", "acme", OCCURRED, RECORDED, KNOWN, List.of(), null);
    }

    static BigDecimal decimal(String number) {
        return new BigDecimal(number).setScale(6);
    }
}
