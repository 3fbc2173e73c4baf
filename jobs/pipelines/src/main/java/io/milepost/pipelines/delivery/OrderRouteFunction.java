package io.milepost.pipelines.delivery;

import io.milepost.events.OdooOrder;
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
import io.milepost.state.LineKey;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Brings the versions of an order to one place. Keeps nothing. */
final class OrderRouteFunction extends IntakeFunction {

    /** Heartbeats, for the watch over the feeds. */
    static final OutputTag<FeedSignal> HEARTBEATS =
            new OutputTag<>("order-heartbeats", FeedSignalType.INSTANCE);

    /** Rejected records. */
    static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("order-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("order-route-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    OrderRouteFunction(RegistryFactory registry, OutputWriter.Factory outputs) {
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
        OdooOrder order = (OdooOrder) event;
        // Says it if instance or company would let two orders meet.
        LineKey checked =
                new LineKey(
                        order.getEnvelope().getInstance(),
                        order.getEnvelope().getCompany(),
                        order.getOrderId(),
                        0);
        out.collect(
                new Routed(
                        checked.instance() + "/" + checked.company() + "/" + checked.orderId(),
                        record));
    }
}
