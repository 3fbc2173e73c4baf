package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Keys;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.LineKey;
import io.milepost.state.correlation.OrderLineEntry;
import java.util.function.Consumer;
import org.apache.flink.util.Collector;

/**
 * Sends to lines what is said of them, and to shipment references what a ship notice binds them to.
 */
final class ToLines {

    private final OrderMemory memory;
    private final Collector<Routed> byLine;
    private final Consumer<LinkMessage> bindings;

    ToLines(OrderMemory memory, Collector<Routed> byLine, Consumer<LinkMessage> bindings) {
        this.memory = memory;
        this.byLine = byLine;
        this.bindings = bindings;
    }

    /** Something was said of the line. */
    void tell(OrderLineEntry line, InboundRecord record, SupplierEvent event, boolean counted)
            throws Exception {
        tell(line, record, event, counted, 0);
    }

    /** Something was said of the line that this one was split off from. */
    void inherit(OrderLineEntry part, InboundRecord record, SupplierEvent event) throws Exception {
        tell(part, record, event, false, Routed.INHERITED);
    }

    private void tell(
            OrderLineEntry line,
            InboundRecord record,
            SupplierEvent event,
            boolean counted,
            int turn)
            throws Exception {
        LineKey key = Keys.line(event.getEnvelope(), line.orderId(), line.lineId());
        byLine.collect(new Routed(key.toString(), record, counted, turn));
        if (event.getBody() instanceof ShipNotice) {
            memory.notice(key, event).forEach(bindings);
        }
    }
}
