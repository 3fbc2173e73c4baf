package io.milepost.pipelines.delivery;

import io.milepost.events.DeliveryNote;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.pipelines.milestones.clock.FeedSignalType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.IntakeFunction;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.RoutedType;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Brings the documents for a partner, and what its system says to those that it got, to one place.
 * Keeps nothing.
 */
final class QueueRouteFunction extends IntakeFunction {

    /** Heartbeats; nobody waits for those of queues. */
    static final OutputTag<FeedSignal> HEARTBEATS =
            new OutputTag<>("queue-heartbeats", FeedSignalType.INSTANCE);

    /** Pieces of interchanges that came in. */
    static final OutputTag<Routed> INTERCHANGES =
            new OutputTag<>("interchanges", RoutedType.INSTANCE);

    /** Rejected records. */
    static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("queue-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("queue-route-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    QueueRouteFunction(RegistryFactory registry, OutputWriter.Factory outputs) {
        super(
                registry,
                DeliveryTopics.classes(outputs.topics().prefix()),
                outputs,
                HEARTBEATS,
                DEAD_LETTERS,
                ENTRIES);
    }

    @Override
    protected void route(
            InboundRecord record, SpecificRecord event, Context ctx, Collector<Routed> out) {
        if (event instanceof PartnerOutbound document) {
            out.collect(new Routed(PartnerKey.of(document), record));
        } else if (event instanceof PartnerInbound piece
                && !(piece.getBody() instanceof DeliveryNote)) {
            ctx.output(INTERCHANGES, new Routed(ReplyFunction.key(piece), record));
        } else if (event instanceof SupplierEvent said
                && (needsItsOrder(said) || rejectsItsOrder(said))) {
            out.collect(new Routed(PartnerKey.of(said.getEnvelope()), record));
        } else {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WITHOUT_EFFECT));
        }
    }

    /** A technical acknowledgement that names numbers, and no order. */
    private static boolean needsItsOrder(SupplierEvent said) {
        return said.getBody() instanceof TechnicalAcknowledgement && said.getOrderName().isEmpty();
    }

    /** One that names its order and says no; that of a number comes back here from ourselves. */
    private static boolean rejectsItsOrder(SupplierEvent said) {
        return DocumentAlerts.rejects(said)
                && !said.getEnvelope().getSourceSystem().equals(PartnerDeliveryJob.NAME);
    }
}
