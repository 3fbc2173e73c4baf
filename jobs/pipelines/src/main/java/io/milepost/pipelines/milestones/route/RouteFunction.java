package io.milepost.pipelines.milestones.route;

import io.milepost.events.CarrierEvent;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OdooResult;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.Keys;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.pipelines.milestones.clock.FeedSignalType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.correlation.LineNumber;
import io.milepost.state.sla.Splitting;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Decides which way a record goes: to its line where it names one, to its order or its shipment
 * where the line has to be found first, to the dead letters where it cannot be read. Keeps nothing.
 */
public final class RouteFunction extends IntakeFunction {

    /** Records whose line is found by their order. */
    public static final OutputTag<Routed> BY_ORDER =
            new OutputTag<>("by-order", RoutedType.INSTANCE);

    /** Carriers' events, whose lines are found by their references. */
    public static final OutputTag<ShipmentMessage> BY_SHIPMENT =
            new OutputTag<>("by-shipment", ShipmentMessageType.INSTANCE);

    /** References that carriers named together. */
    public static final OutputTag<LinkMessage> LINKS =
            new OutputTag<>("links", LinkMessageType.INSTANCE);

    /** Heartbeats, for the watch over the feeds. */
    public static final OutputTag<FeedSignal> HEARTBEATS =
            new OutputTag<>("heartbeats", FeedSignalType.INSTANCE);

    /** Rejected records. */
    public static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("route-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    public static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("route-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private final Splitting splitting;

    /** A router. */
    public RouteFunction(
            RegistryFactory registry,
            FactTopics topics,
            OutputWriter.Factory outputs,
            Splitting splitting) {
        super(registry, topics.classes(), outputs, HEARTBEATS, DEAD_LETTERS, ENTRIES);
        this.splitting = splitting;
    }

    @Override
    protected void route(
            InboundRecord record, SpecificRecord event, Context ctx, Collector<Routed> byLine) {
        if (event instanceof OdooOrderLine line) {
            Keys.line(line);
            ctx.output(BY_ORDER, new Routed(Keys.order(line), record));
        } else if (event instanceof OdooReceipt receipt) {
            byLine.collect(new Routed(Keys.line(receipt).toString(), record));
        } else if (event instanceof OdooBill bill) {
            byLine.collect(new Routed(Keys.line(bill).toString(), record));
        } else if (event instanceof SupplierEvent supplier) {
            routeSupplier(record, supplier, ctx, byLine);
        } else if (event instanceof CarrierEvent carrier) {
            routeCarrier(record, carrier, ctx);
        } else if (event instanceof OdooResult result) {
            routeResult(record, result, ctx, byLine);
        }
    }

    /** What Odoo answered to a command about an item is no business of lines. */
    private static void routeResult(
            InboundRecord record, OdooResult result, Context ctx, Collector<Routed> byLine) {
        if (result.getLineKey() == null) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WITHOUT_EFFECT));
        } else {
            byLine.collect(new Routed(LineKey.parse(result.getLineKey()).toString(), record));
        }
    }

    /**
     * A supplier that names our line goes straight to it, but for ship notices: they also bind the
     * shipment to the line, which only a ship notice of the order's own supplier may do, and that
     * is checked where the order is known. That an order was sent goes both ways: its line has
     * reached something, and the order learns under which number.
     */
    private void routeSupplier(
            InboundRecord record, SupplierEvent event, Context ctx, Collector<Routed> byLine) {
        LineReference line = event.getLine();
        boolean named = line != null && line.getOrderId() != null && line.getLineId() != null;
        if (event.getOrderName().isEmpty() && event.getBody() instanceof TechnicalAcknowledgement) {
            // It names a number of ours: partner-delivery knows the order, and says so.
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WITHOUT_EFFECT));
        } else if (named && !(event.getBody() instanceof ShipNotice)) {
            Envelope envelope = event.getEnvelope();
            String key = Keys.line(envelope, line.getOrderId(), line.getLineId()).toString();
            byLine.collect(new Routed(key, record));
            // For the parts of the line, which are known where the order is; or for its number.
            if (splitting.allows(envelope.getPartner()) || LineNumber.sent(event) != null) {
                ctx.output(BY_ORDER, new Routed(Keys.order(event), record, false));
            }
        } else {
            ctx.output(BY_ORDER, new Routed(Keys.order(event), record));
        }
    }

    private static void routeCarrier(InboundRecord record, CarrierEvent event, Context ctx) {
        List<String> references = Keys.shipments(event.getEnvelope());
        if (references.isEmpty()) {
            throw new IllegalArgumentException(
                    "carrier event "
                            + event.getEnvelope().getEventId()
                            + ".references: expected a tracking number, bill of lading, container"
                            + " or SSCC but found "
                            + event.getEnvelope().getReferences().size()
                            + " other references");
        }
        for (ShipmentMessage call : ShipmentMessage.calls(event, references, record)) {
            ctx.output(BY_SHIPMENT, call);
        }
        if (references.size() > 1) {
            link(references, Times.micros(event.getEnvelope().getKnownAt()), ctx);
        }
    }

    private static void link(List<String> references, long knownAt, Context ctx) {
        for (String reference : references) {
            List<String> others = references.stream().filter(r -> !r.equals(reference)).toList();
            ctx.output(LINKS, LinkMessage.linked(reference, others, knownAt));
        }
    }
}
