package io.milepost.state.intake;

import io.milepost.events.Acknowledgement;
import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.CarrierEvent;
import io.milepost.events.CreditNote;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.Invoice;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.PaymentState;
import io.milepost.events.QualityHold;
import io.milepost.events.ReceiptKind;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.WholeAnswer;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.fact.Share;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.TechnicalFact;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes facts of events. Quantities come out in the order's unit, which is why every event but the
 * order itself needs the order.
 */
public final class FactReader {

    private final OrderFact order;

    private FactReader(OrderFact order) {
        this.order = order;
    }

    /** The fact of an order-line event. */
    public static OrderFact order(OdooOrderLine line) {
        return new OrderFact(
                header(OrderFact.IDENTITY, Version.of(line.getVersion()), line.getEnvelope()),
                line.getOrderName(),
                line.getOrderState(),
                line.getCancelled(),
                line.getVendor(),
                line.getOwnItem(),
                line.getCategory(),
                line.getWarehouse(),
                line.getIncoterm(),
                line.getQuantity(),
                line.getUnit(),
                line.getUnitFactor(),
                line.getUnitPrice(),
                line.getCurrency(),
                Times.micros(line.getOrderedAt()),
                Times.micros(line.getConfirmedAt()),
                Times.micros(line.getPlannedAt()),
                share(line));
    }

    private static Share share(OdooOrderLine line) {
        return line.getSplitBefore() == null || line.getSplitAfter() == null
                ? null
                : new Share(
                        line.getSplitOf() == null ? 0 : line.getSplitOf(),
                        line.getSplitBefore(),
                        line.getSplitAfter());
    }

    /**
     * The fact of any other event.
     *
     * @param event receipt, bill, supplier event or carrier event
     * @param order the newest version of the line's order
     * @throws UnknownUnitException if a quantity cannot be told in the order's unit
     */
    public static Fact read(SpecificRecord event, OrderFact order) throws UnknownUnitException {
        FactReader reader = new FactReader(order);
        if (event instanceof OdooReceipt receipt) {
            return reader.receipt(receipt);
        } else if (event instanceof OdooBill bill) {
            return reader.bill(bill);
        } else if (event instanceof SupplierEvent supplier) {
            return reader.supplier(supplier);
        } else if (event instanceof CarrierEvent carrier) {
            return carrier(carrier);
        }
        throw new IllegalArgumentException(
                "event: expected a receipt, bill, supplier event or carrier event but found "
                        + event.getSchema().getFullName());
    }

    private Fact receipt(OdooReceipt receipt) throws UnknownUnitException {
        return new ReceiptFact(
                header(
                        "receipt/" + receipt.getMoveId(),
                        Version.of(receipt.getVersion()),
                        receipt.getEnvelope()),
                receipt.getDirection(),
                receipt.getState(),
                quantity(receipt.getQuantity(), receipt.getUnit()),
                receipt.getKind() == ReceiptKind.SERVICE,
                receipt.getState() == MoveState.PLANNED
                        ? Times.micros(receipt.getPlannedAt())
                        : Times.NONE);
    }

    private Fact bill(OdooBill bill) throws UnknownUnitException {
        boolean paid = bill.getPaymentState() == PaymentState.PAID;
        // Odoo may say that a bill is paid without saying when; it was by the time it said so.
        Instant paidAt =
                Objects.requireNonNullElse(bill.getPaidAt(), bill.getEnvelope().getRecordedAt());
        return new InvoiceFact(
                header(
                        "bill/" + bill.getBillLineId(),
                        Version.of(bill.getVersion()),
                        bill.getEnvelope()),
                true,
                bill.getKind() == BillKind.CREDIT_NOTE,
                bill.getState() == BillState.POSTED,
                bill.getVendorReference(),
                quantity(bill.getQuantity(), bill.getUnit()),
                bill.getUnitPrice(),
                bill.getCurrency(),
                paid,
                paid ? Times.micros(paidAt) : Times.NONE);
    }

    private Fact supplier(SupplierEvent event) throws UnknownUnitException {
        String number = event.getDocument().getNumber();
        boolean cancelled = event.getDocument().getPurpose() == DocumentPurpose.CANCEL;
        Object body = event.getBody();
        if (body instanceof Acknowledgement acknowledgement) {
            return new AcknowledgementFact(
                    header("acknowledgement/" + number, event),
                    cancelled,
                    acknowledgement.getAdds(),
                    schedule(acknowledgement.getSchedule()),
                    acknowledgement.getVendorReference(),
                    whole(acknowledgement.getWhole()));
        } else if (body instanceof ShipNotice notice) {
            return new ShipNoticeFact(
                    header(ShipNoticeFact.identity(number, notice.getShipmentId()), event),
                    cancelled,
                    Times.micros(notice.getShippedAt()),
                    Times.micros(notice.getEstimatedArrivalAt()),
                    quantity(notice.getQuantity(), notice.getUnit()),
                    tracking(event.getEnvelope()));
        } else if (body instanceof Invoice invoice) {
            return invoice(
                    header(InvoiceFact.documentIdentity(false, number), event),
                    false,
                    cancelled,
                    number,
                    quantity(invoice.getQuantity(), invoice.getUnit()),
                    invoice.getUnitPrice(),
                    invoice.getCurrency());
        } else if (body instanceof CreditNote note) {
            return invoice(
                    header(InvoiceFact.documentIdentity(true, number), event),
                    true,
                    cancelled,
                    number,
                    quantity(note.getQuantity(), note.getUnit()),
                    note.getUnitPrice(),
                    note.getCurrency());
        } else if (body instanceof TechnicalAcknowledgement technical) {
            return new TechnicalFact(header("technical/" + number, event), technical.getOutcome());
        } else if (body instanceof QualityHold hold) {
            return new HoldFact(
                    header("hold/" + hold.getHoldId(), event),
                    hold.getReleased() || cancelled,
                    quantity(hold.getQuantity(), hold.getUnit()));
        } else if (body instanceof ReturnClaim claim) {
            return new ClaimFact(
                    header("claim/" + claim.getClaimId(), event),
                    cancelled,
                    quantity(claim.getQuantity(), claim.getUnit()));
        }
        throw new IllegalArgumentException(
                "supplier event.body: expected one of the contract's kinds but found "
                        + (body == null ? "nothing" : body.getClass().getSimpleName()));
    }

    private static String tracking(Envelope envelope) {
        return envelope.getReferences().stream()
                .filter(reference -> reference.getType() == ReferenceType.TRACKING_NUMBER)
                .map(Reference::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Fact invoice(
            FactHeader header,
            boolean credit,
            boolean cancelled,
            String number,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String currency) {
        return new InvoiceFact(
                header,
                false,
                credit,
                !cancelled,
                number,
                quantity,
                unitPrice,
                currency,
                false,
                Times.NONE);
    }

    private static Fact carrier(CarrierEvent event) {
        return new CarrierFact(
                header(
                        "carrier/" + event.getEnvelope().getEventId(),
                        Version.of(Times.micros(event.getEnvelope().getRecordedAt())),
                        event.getEnvelope()),
                event.getStatus(),
                event.getClassifier(),
                Times.micros(event.getEstimatedDeliveryAt()));
    }

    private List<SchedulePart> schedule(List<ScheduleLine> lines) throws UnknownUnitException {
        List<SchedulePart> parts = new ArrayList<>(lines.size());
        for (ScheduleLine line : lines) {
            parts.add(
                    new SchedulePart(
                            line.getNumber(),
                            line.getAnswer(),
                            quantity(line.getQuantity(), line.getUnit()),
                            Times.micros(line.getPromisedAt()),
                            line.getUnitPrice()));
        }
        return parts;
    }

    private static SchedulePart whole(WholeAnswer whole) {
        return whole == null
                ? null
                : SchedulePart.whole(whole.getAnswer(), Times.micros(whole.getPromisedAt()));
    }

    private BigDecimal quantity(BigDecimal quantity, String unit) throws UnknownUnitException {
        return Units.convert(quantity, unit, order.unit(), order.unitFactor());
    }

    private static FactHeader header(String identity, SupplierEvent event) {
        return header(identity, version(event), event.getEnvelope());
    }

    /** Partners number their documents; when they repeat a number, the later issue counts. */
    public static Version version(SupplierEvent event) {
        String control = event.getDocument().getControlNumber();
        String tie = (control == null ? "" : control + "/") + event.getEnvelope().getEventId();
        return new Version(Times.micros(event.getDocument().getIssuedAt()), tie);
    }

    private static FactHeader header(String identity, Version version, Envelope envelope) {
        return new FactHeader(
                identity,
                version,
                envelope.getEventId(),
                Times.micros(envelope.getOccurredAt()),
                Times.micros(envelope.getRecordedAt()),
                Times.micros(envelope.getKnownAt()),
                envelope.getTraceparent());
    }
}
