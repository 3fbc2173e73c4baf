package io.milepost.local.oracle;

import io.milepost.events.CarrierEvent;
import io.milepost.events.Document;
import io.milepost.events.Envelope;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.QualityHold;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import org.apache.avro.specific.SpecificRecord;

/** Reads identity, version and time of what an event says. */
final class FactReader {

    private FactReader() {}

    /** The envelope of any event that is a fact of lines. */
    static Envelope envelope(SpecificRecord event) {
        if (event instanceof OdooOrderLine order) {
            return order.getEnvelope();
        } else if (event instanceof OdooReceipt receipt) {
            return receipt.getEnvelope();
        } else if (event instanceof OdooBill bill) {
            return bill.getEnvelope();
        } else if (event instanceof SupplierEvent supplier) {
            return supplier.getEnvelope();
        } else if (event instanceof CarrierEvent carrier) {
            return carrier.getEnvelope();
        }
        throw new IllegalArgumentException(
                "event: expected an order line, receipt, bill, supplier or carrier event but found "
                        + event.getClass().getSimpleName());
    }

    static Fact read(SpecificRecord event) {
        Envelope envelope = envelope(event);
        return new Fact(identity(event), version(event), Micros.of(envelope.getKnownAt()), event);
    }

    private static String identity(SpecificRecord event) {
        if (event instanceof OdooOrderLine) {
            return "order";
        } else if (event instanceof OdooReceipt receipt) {
            return "move " + receipt.getMoveId();
        } else if (event instanceof OdooBill bill) {
            return "Bill line " + bill.getBillLineId();
        } else if (event instanceof SupplierEvent supplier) {
            return documentIdentity(supplier);
        }
        return "carrier " + envelope(event).getEventId();
    }

    private static String documentIdentity(SupplierEvent event) {
        Object body = event.getBody();
        String part = "";
        if (body instanceof ShipNotice notice) {
            part = " " + notice.getShipmentId();
        } else if (body instanceof QualityHold hold) {
            part = " " + hold.getHoldId();
        } else if (body instanceof ReturnClaim claim) {
            part = " " + claim.getClaimId();
        }
        return body.getClass().getSimpleName() + " " + event.getDocument().getNumber() + part;
    }

    private static Fact.Version version(SpecificRecord event) {
        if (event instanceof OdooOrderLine order) {
            return Fact.Version.of(order.getVersion());
        } else if (event instanceof OdooReceipt receipt) {
            return Fact.Version.of(receipt.getVersion());
        } else if (event instanceof OdooBill bill) {
            return Fact.Version.of(bill.getVersion());
        } else if (event instanceof SupplierEvent supplier) {
            Document document = supplier.getDocument();
            return new Fact.Version(
                    Micros.of(document.getIssuedAt()),
                    document.getControlNumber(),
                    supplier.getEnvelope().getEventId());
        }
        return Fact.Version.of(0);
    }
}
