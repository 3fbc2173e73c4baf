package io.milepost.state.codec;

import io.milepost.events.CarrierStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OrderState;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
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
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a fact: one code for its kind, the header, then its fields in a fixed order. A kind's
 * fields never change under the same code; a changed shape gets a new code, so that old bytes stay
 * readable for ever.
 */
public final class FactCodec {

    private static final int ORDER = 1;
    private static final int ACKNOWLEDGEMENT = 2;
    private static final int SHIP_NOTICE = 3;
    private static final int CARRIER = 4;
    private static final int RECEIPT = 5;
    private static final int INVOICE = 6;
    private static final int TECHNICAL = 7;
    private static final int HOLD = 8;
    private static final int CLAIM = 9;
    private static final int SERVICE_ENTRY = 10;
    private static final int ADDING_ACKNOWLEDGEMENT = 11;
    private static final int TRACKED_SHIP_NOTICE = 12;
    private static final int PLANNED_RECEIPT = 13;
    private static final int NUMBERED_ACKNOWLEDGEMENT = 14;
    private static final int WHOLE_ACKNOWLEDGEMENT = 15;
    private static final int SHARING_ORDER = 16;
    private static final int BROUGHT_CARRIER = 17;

    private static final FactHeader NO_HEADER =
            new FactHeader("", Version.of(0), "", 0, 0, 0, null);

    private FactCodec() {}

    /** Bytes of what a fact says, whoever brought it; a total order over contents. */
    public static byte[] contentBytes(Fact fact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        StateOutput out = new StateOutput(new DataOutputStream(bytes));
        write(fact.withHeader(NO_HEADER), out);
        out.number(fact.header().occurredAt());
        return bytes.toByteArray();
    }

    /** Writes one fact. */
    public static void write(Fact fact, StateOutput out) {
        if (fact instanceof OrderFact order) {
            begin(order.share() == null ? ORDER : SHARING_ORDER, order, out);
            writeOrder(order, out);
            if (order.share() != null) {
                out.number(order.share().splitOf());
                out.decimal(order.share().before());
                out.decimal(order.share().after());
            }
        } else if (fact instanceof AcknowledgementFact acknowledgement) {
            writeAcknowledgement(acknowledgement, out);
        } else if (fact instanceof ShipNoticeFact notice) {
            begin(notice.tracking() == null ? SHIP_NOTICE : TRACKED_SHIP_NOTICE, notice, out);
            out.flag(notice.cancelled());
            out.number(notice.shippedAt());
            out.number(notice.estimatedArrivalAt());
            out.decimal(notice.quantity());
            if (notice.tracking() != null) {
                out.text(notice.tracking());
            }
        } else if (fact instanceof CarrierFact carrier) {
            writeCarrier(carrier, out);
        } else if (fact instanceof ReceiptFact receipt) {
            writeReceipt(receipt, out);
        } else if (fact instanceof InvoiceFact invoice) {
            begin(INVOICE, invoice, out);
            writeInvoice(invoice, out);
        } else if (fact instanceof TechnicalFact technical) {
            begin(TECHNICAL, technical, out);
            out.code(technical.outcome().ordinal());
        } else if (fact instanceof HoldFact hold) {
            begin(HOLD, hold, out);
            out.flag(hold.released());
            out.decimal(hold.quantity());
        } else if (fact instanceof ClaimFact claim) {
            begin(CLAIM, claim, out);
            out.flag(claim.cancelled());
            out.decimal(claim.quantity());
        }
    }

    /**
     * Reads one fact.
     *
     * @throws IllegalStateException if the bytes are of a kind that this release does not know
     */
    public static Fact read(StateInput in) {
        int kind = in.code();
        FactHeader header = HeaderCodec.read(in);
        return switch (kind) {
            case ORDER -> readOrder(header, in);
            case SHARING_ORDER ->
                    readOrder(header, in)
                            .withShare(new Share(in.number(), in.decimal(), in.decimal()));
            case ACKNOWLEDGEMENT -> new AcknowledgementFact(header, in.flag(), readSchedule(in));
            case ADDING_ACKNOWLEDGEMENT ->
                    new AcknowledgementFact(header, in.flag(), true, readSchedule(in));
            case NUMBERED_ACKNOWLEDGEMENT -> readNumbered(header, in);
            case WHOLE_ACKNOWLEDGEMENT -> readWhole(header, in);
            case TRACKED_SHIP_NOTICE ->
                    new ShipNoticeFact(
                            header, in.flag(), in.number(), in.number(), in.decimal(), in.text());
            case SHIP_NOTICE ->
                    new ShipNoticeFact(header, in.flag(), in.number(), in.number(), in.decimal());
            case CARRIER -> readCarrier(header, in);
            case BROUGHT_CARRIER -> readCarrier(header, in).broughtBy(in.texts());
            case RECEIPT -> readReceipt(header, in, false);
            case SERVICE_ENTRY -> readReceipt(header, in, true);
            case PLANNED_RECEIPT -> readPlannedReceipt(header, in);
            case INVOICE -> readInvoice(header, in);
            case TECHNICAL -> new TechnicalFact(header, in.constant(TechnicalOutcome.values()));
            case HOLD -> new HoldFact(header, in.flag(), in.decimal());
            case CLAIM -> new ClaimFact(header, in.flag(), in.decimal());
            default ->
                    throw new IllegalStateException(
                            "state of a line: expected a fact of kind 1 to 17 but found " + kind);
        };
    }

    private static void begin(int kind, Fact fact, StateOutput out) {
        out.code(kind);
        HeaderCodec.write(fact.header(), out);
    }

    private static void writeOrder(OrderFact order, StateOutput out) {
        out.text(order.orderName());
        out.code(order.state().ordinal());
        out.flag(order.lineCancelled());
        out.text(order.vendor());
        out.text(order.ownItem());
        out.text(order.category());
        out.text(order.warehouse());
        out.text(order.incoterm());
        out.decimal(order.quantity());
        out.text(order.unit());
        out.decimal(order.unitFactor());
        out.decimal(order.unitPrice());
        out.text(order.currency());
        out.number(order.orderedAt());
        out.number(order.confirmedAt());
        out.number(order.plannedAt());
    }

    private static OrderFact readOrder(FactHeader header, StateInput in) {
        return new OrderFact(
                header,
                in.text(),
                in.constant(OrderState.values()),
                in.flag(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.decimal(),
                in.text(),
                in.decimal(),
                in.decimal(),
                in.text(),
                in.number(),
                in.number(),
                in.number());
    }

    private static void writeAcknowledgement(AcknowledgementFact fact, StateOutput out) {
        if (fact.whole() != null) {
            begin(WHOLE_ACKNOWLEDGEMENT, fact, out);
            out.flag(fact.cancelled());
            out.flag(fact.adds());
            out.text(fact.vendorReference());
            writeSchedule(List.of(fact.whole()), out);
            writeSchedule(fact.schedule(), out);
            return;
        }
        if (fact.vendorReference() == null) {
            begin(fact.adds() ? ADDING_ACKNOWLEDGEMENT : ACKNOWLEDGEMENT, fact, out);
            out.flag(fact.cancelled());
        } else {
            begin(NUMBERED_ACKNOWLEDGEMENT, fact, out);
            out.flag(fact.cancelled());
            out.flag(fact.adds());
            out.text(fact.vendorReference());
        }
        writeSchedule(fact.schedule(), out);
    }

    private static AcknowledgementFact readNumbered(FactHeader header, StateInput in) {
        boolean cancelled = in.flag();
        boolean adds = in.flag();
        String vendorReference = in.text();
        return new AcknowledgementFact(
                header, cancelled, adds, readSchedule(in), vendorReference, null);
    }

    private static AcknowledgementFact readWhole(FactHeader header, StateInput in) {
        boolean cancelled = in.flag();
        boolean adds = in.flag();
        String vendorReference = in.text();
        SchedulePart whole = readSchedule(in).get(0);
        return new AcknowledgementFact(
                header, cancelled, adds, readSchedule(in), vendorReference, whole);
    }

    private static void writeCarrier(CarrierFact carrier, StateOutput out) {
        boolean isBrought = !carrier.notices().isEmpty();
        begin(isBrought ? BROUGHT_CARRIER : CARRIER, carrier, out);
        out.code(carrier.status().ordinal());
        out.code(carrier.classifier().ordinal());
        out.number(carrier.estimatedDeliveryAt());
        if (isBrought) {
            out.texts(carrier.notices());
        }
    }

    private static CarrierFact readCarrier(FactHeader header, StateInput in) {
        return new CarrierFact(
                header,
                in.constant(CarrierStatus.values()),
                in.constant(TimeClassifier.values()),
                in.number());
    }

    private static void writeReceipt(ReceiptFact receipt, StateOutput out) {
        boolean planned = receipt.plannedAt() != Times.NONE;
        int unplanned = receipt.service() ? SERVICE_ENTRY : RECEIPT;
        begin(planned ? PLANNED_RECEIPT : unplanned, receipt, out);
        out.code(receipt.direction().ordinal());
        out.code(receipt.state().ordinal());
        out.decimal(receipt.quantity());
        if (planned) {
            out.flag(receipt.service());
            out.number(receipt.plannedAt());
        }
    }

    private static ReceiptFact readPlannedReceipt(FactHeader header, StateInput in) {
        return new ReceiptFact(
                header,
                in.constant(MoveDirection.values()),
                in.constant(MoveState.values()),
                in.decimal(),
                in.flag(),
                in.number());
    }

    private static void writeSchedule(List<SchedulePart> schedule, StateOutput out) {
        out.number(schedule.size());
        for (SchedulePart part : schedule) {
            out.number(part.number());
            out.code(part.answer().ordinal());
            out.decimal(part.quantity());
            out.number(part.promisedAt());
            out.decimal(part.unitPrice());
        }
    }

    private static List<SchedulePart> readSchedule(StateInput in) {
        int count = in.count();
        List<SchedulePart> schedule = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            schedule.add(
                    new SchedulePart(
                            in.count(),
                            in.constant(LineAnswer.values()),
                            in.decimal(),
                            in.number(),
                            in.decimal()));
        }
        return schedule;
    }

    private static void writeInvoice(InvoiceFact invoice, StateOutput out) {
        out.flag(invoice.booked());
        out.flag(invoice.credit());
        out.flag(invoice.counts());
        out.text(invoice.number());
        out.decimal(invoice.quantity());
        out.decimal(invoice.unitPrice());
        out.text(invoice.currency());
        out.flag(invoice.paid());
        out.number(invoice.paidAt());
    }

    private static ReceiptFact readReceipt(FactHeader header, StateInput in, boolean service) {
        return new ReceiptFact(
                header,
                in.constant(MoveDirection.values()),
                in.constant(MoveState.values()),
                in.decimal(),
                service);
    }

    private static InvoiceFact readInvoice(FactHeader header, StateInput in) {
        return new InvoiceFact(
                header,
                in.flag(),
                in.flag(),
                in.flag(),
                in.text(),
                in.decimal(),
                in.decimal(),
                in.text(),
                in.flag(),
                in.number());
    }
}
