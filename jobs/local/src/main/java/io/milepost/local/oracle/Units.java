package io.milepost.local.oracle;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooReceipt;
import io.milepost.events.QualityHold;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The units that an event gives its quantities in. */
final class Units {

    private Units() {}

    static List<String> of(SpecificRecord event) {
        if (event instanceof OdooReceipt receipt) {
            return List.of(receipt.getUnit());
        } else if (event instanceof OdooBill bill) {
            return List.of(bill.getUnit());
        } else if (event instanceof SupplierEvent supplier) {
            return ofBody(supplier.getBody());
        }
        return List.of();
    }

    private static List<String> ofBody(Object body) {
        if (body instanceof Acknowledgement acknowledgement) {
            return acknowledgement.getSchedule().stream().map(ScheduleLine::getUnit).toList();
        } else if (body instanceof ShipNotice notice) {
            return List.of(notice.getUnit());
        } else if (body instanceof Invoice invoice) {
            return List.of(invoice.getUnit());
        } else if (body instanceof CreditNote note) {
            return List.of(note.getUnit());
        } else if (body instanceof QualityHold hold) {
            return List.of(hold.getUnit());
        } else if (body instanceof ReturnClaim claim) {
            return List.of(claim.getUnit());
        }
        return List.of();
    }
}
