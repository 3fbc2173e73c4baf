package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.SupplierEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.state.Times;
import io.milepost.state.correlation.LineSearch;
import io.milepost.state.correlation.Match;
import io.milepost.state.correlation.OrderIndex;
import io.milepost.state.correlation.OrderLineEntry;
import io.milepost.state.sla.Splitting;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.TimerService;

/**
 * Tells the parts of a line that was split what is said of the line. Where a partner lets its lines
 * be split, all that it says of single lines is kept with the order, for parts that are still to
 * come. A ship notice binds its references to the parts as well, so that carriers reach them.
 */
final class Inheritance {

    private final OrderMemory memory;
    private final EventDecoder decoder;
    private final Wait wait;
    private final Splitting splitting;

    Inheritance(OrderMemory memory, EventDecoder decoder, Wait wait, Splitting splitting) {
        this.memory = memory;
        this.decoder = decoder;
        this.wait = wait;
        this.splitting = splitting;
    }

    /** Something was said of a line: its parts hear it, and those that are still to come will. */
    void say(
            InboundRecord record,
            SupplierEvent event,
            OrderLineEntry line,
            OrderIndex known,
            ToLines byLine)
            throws Exception {
        if (splitting.allows(event.getEnvelope().getPartner())) {
            memory.rememberForLaterParts(record);
        }
        tell(record, event, known.partsOf(line.lineId()), byLine);
    }

    /** The same of a record that went to its line straight. */
    void overhear(
            InboundRecord record,
            SupplierEvent event,
            OrderIndex known,
            TimerService timers,
            ToLines byLine)
            throws Exception {
        if (!splitting.allows(event.getEnvelope().getPartner())) {
            return;
        }
        memory.rememberForLaterParts(record);
        if (known.lines().isEmpty()) {
            timers.registerEventTimeTimer(wait.timer(knownAt(event)));
        }
        for (OrderLineEntry line : lines(known, event)) {
            tell(record, event, known.partsOf(line.lineId()), byLine);
        }
    }

    /** What was said of a line before its part was known is said of the part as well. */
    void tellNewParts(OrderIndex before, OrderIndex after, ToLines byLine) throws Exception {
        if (after.lines().stream().allMatch(line -> line.splitOf() == 0)) {
            return;
        }
        for (InboundRecord record : memory.ofLines()) {
            SupplierEvent event = (SupplierEvent) decoder.decode(record);
            for (OrderLineEntry line : lines(after, event)) {
                List<OrderLineEntry> parts = new ArrayList<>(after.partsOf(line.lineId()));
                if (before.knows(line.lineId())) {
                    // A part of a part is one of the line's only when all between them are known.
                    List<Long> told = ids(before.partsOf(line.lineId()));
                    parts.removeIf(part -> told.contains(part.lineId()));
                }
                tell(record, event, parts, byLine);
            }
        }
    }

    private static List<Long> ids(List<OrderLineEntry> lines) {
        return lines.stream().map(OrderLineEntry::lineId).toList();
    }

    /** Forgets what was said of lines of an order that did not come. */
    void forgetUnknown(TimerService timers) throws Exception {
        long clock = Clock.micros(timers);
        List<InboundRecord> rest = new ArrayList<>();
        for (InboundRecord record : memory.ofLines()) {
            if (!wait.isOver(knownAt((SupplierEvent) decoder.decode(record)), clock)) {
                rest.add(record);
            }
        }
        memory.keepOfLines(rest);
    }

    /** The line that was meant, as it was found when it was. */
    private static List<OrderLineEntry> lines(OrderIndex order, SupplierEvent event) {
        boolean isVendors = event.getEnvelope().getPartner().equals(order.vendor());
        Match match = LineSearch.match(order, event.getLine(), knownAt(event), true);
        return isVendors && match.kind() == Match.Kind.FOUND ? match.lines() : List.of();
    }

    private static void tell(
            InboundRecord record, SupplierEvent event, List<OrderLineEntry> parts, ToLines byLine)
            throws Exception {
        for (OrderLineEntry part : parts) {
            byLine.inherit(part, record, event);
        }
    }

    private static long knownAt(SupplierEvent event) {
        return Times.micros(event.getEnvelope().getKnownAt());
    }
}
