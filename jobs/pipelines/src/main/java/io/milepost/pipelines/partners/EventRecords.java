package io.milepost.pipelines.partners;

import io.milepost.events.CarrierEvent;
import io.milepost.events.ItemEvent;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.partners.canonical.CanonicalEvents;
import io.milepost.pipelines.milestones.Keys;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.schemas.Catalogue;
import io.milepost.state.Times;
import io.milepost.state.items.ItemKey;
import java.io.IOException;
import org.apache.flink.util.Collector;

/**
 * Events as records of their topics, each under the key by which the next job finds what it is
 * about.
 *
 * @param writer of the subtask
 */
record EventRecords(OutputWriter writer) {

    /** Everything that a message said. */
    void tell(CanonicalEvents events, Collector<OutboundRecord> out) throws IOException {
        for (SupplierEvent event : events.supplier()) {
            out.collect(record(event));
        }
        for (CarrierEvent event : events.carrier()) {
            out.collect(record(event));
        }
        for (ItemEvent event : events.items()) {
            out.collect(record(event));
        }
    }

    OutboundRecord record(SupplierEvent event) throws IOException {
        return writer.change(
                Catalogue.SUPPLIER_EVENTS,
                Keys.order(event),
                event,
                Times.micros(event.getEnvelope().getKnownAt()));
    }

    private OutboundRecord record(CarrierEvent event) throws IOException {
        return writer.change(
                Catalogue.CARRIER_EVENTS,
                Keys.shipments(event.getEnvelope()).get(0),
                event,
                Times.micros(event.getEnvelope().getKnownAt()));
    }

    private OutboundRecord record(ItemEvent event) throws IOException {
        return writer.change(
                Catalogue.SUPPLIER_ITEMS,
                ItemKey.of(event.getEnvelope(), event.getItem()).toString(),
                event,
                Times.micros(event.getEnvelope().getKnownAt()));
    }
}
