package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.Uids;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.pipelines.milestones.route.RouteFunction;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.RoutedType;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.pipelines.milestones.route.ShipmentMessageType;
import io.milepost.state.sla.Splitting;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The correlation by shipment: what is bound to a reference goes to the references that it is
 * linked with, from there to the events that named those, and with the events to the lines.
 *
 * @param shipments tells events what their references stand for
 * @param carriers brings events to their lines
 */
public record ShipmentStages(
        SingleOutputStreamOperator<CarrierMessage> shipments,
        SingleOutputStreamOperator<Routed> carriers) {

    /**
     * Builds the stages.
     *
     * @param routed gives carriers' events and links
     * @param ordered gives bindings
     */
    public static ShipmentStages of(
            SingleOutputStreamOperator<Routed> routed,
            SingleOutputStreamOperator<Routed> ordered,
            RegistryFactory registry,
            FactTopics facts,
            OutputWriter.Factory outputs,
            Wait wait,
            Retention retention,
            Splitting splitting) {
        SingleOutputStreamOperator<ShipmentMessage> links =
                routed.getSideOutput(RouteFunction.LINKS)
                        .union(ordered.getSideOutput(OrderFunction.BINDINGS))
                        .keyBy(LinkMessage::reference, Types.STRING)
                        .process(new LinkFunction(retention))
                        .returns(ShipmentMessageType.INSTANCE)
                        .uid(Uids.LINKS)
                        .name("links");
        SingleOutputStreamOperator<CarrierMessage> shipments =
                links.union(routed.getSideOutput(RouteFunction.BY_SHIPMENT))
                        .keyBy(ShipmentMessage::reference, Types.STRING)
                        .process(new ShipmentFunction(registry, facts, retention, splitting))
                        .returns(CarrierMessageType.INSTANCE)
                        .uid(Uids.SHIPMENTS)
                        .name("shipments");
        SingleOutputStreamOperator<Routed> carriers =
                shipments
                        .keyBy(CarrierMessage::event, Types.STRING)
                        .process(new CarrierFunction(registry, facts, outputs, wait))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.CARRIERS)
                        .name("carriers");
        return new ShipmentStages(shipments, carriers);
    }

    /** Carriers' events on their way to lines. */
    public DataStream<Routed> byLine() {
        return carriers;
    }

    /** Rejected records. */
    public DataStream<OutboundRecord> deadLetters() {
        return carriers.getSideOutput(CarrierFunction.DEAD_LETTERS);
    }

    /** What happens to records, for the books. */
    public DataStream<Entry> entries() {
        return carriers.getSideOutput(CarrierFunction.ENTRIES)
                .union(shipments.getSideOutput(ShipmentFunction.ENTRIES));
    }
}
