package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.SupplierEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.state.LineKey;
import io.milepost.state.correlation.Lifetime;
import io.milepost.state.correlation.OrderIndex;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;

/**
 * What is remembered of an order: the names of its lines, what was said of all of them, its ship
 * notices. All of it goes together, when nothing was said of the order for long enough.
 */
final class OrderMemory {

    /** No time to live: the timer of the entry ends it. */
    private static final ValueStateDescriptor<OrderIndex> INDEX =
            new ValueStateDescriptor<>("order-lines", OrderIndexType.INSTANCE);

    private static final long MICROS = 1000;

    private final ValueState<OrderIndex> index;
    private final Waiting<InboundRecord> wholeOrder;
    private final ShipNotices notices;
    private final Retention retention;

    /** Binds to the state of a function. */
    OrderMemory(RuntimeContext context, Retention retention) {
        this.index = context.getState(INDEX);
        this.wholeOrder =
                Waiting.of(
                        context, Waiting.descriptor("order-whole", InboundRecordTypeInfo.INSTANCE));
        this.notices = ShipNotices.of(context);
        this.retention = retention;
    }

    /** The lines that are known, and their names. */
    OrderIndex lines() throws IOException {
        OrderIndex known = index.value();
        return known == null ? OrderIndex.EMPTY : known;
    }

    /** What was said of the whole order. */
    List<InboundRecord> wholeOrder() throws Exception {
        return wholeOrder.all();
    }

    /** Remembers what was said of the whole order, for lines that come later. */
    void rememberForLaterLines(InboundRecord record) throws Exception {
        if (wholeOrder.all().stream().noneMatch(r -> Arrays.equals(r.value(), record.value()))) {
            wholeOrder.add(record);
        }
    }

    /** Takes in a version of a ship notice and says what references have to hear. */
    List<LinkMessage> notice(LineKey line, SupplierEvent event) throws Exception {
        return notices.with(line, event);
    }

    /** Saves what is known of the lines; an order of which nothing is leaves nothing behind. */
    void keep(OrderIndex known, OrderIndex after, long knownAt, TimerService timers)
            throws IOException {
        if (after.isEmpty()) {
            return;
        }
        OrderIndex kept = after.living(retention.keep(after.lifetime(), knownAt, timers));
        if (!kept.equals(known)) {
            index.update(kept);
        }
    }

    /**
     * Forgets the order if it was its timer that fired and nothing was said for long enough.
     *
     * @param isWaitedFor whether something still waits for a line of the order
     */
    void fired(long timestamp, boolean isWaitedFor, TimerService timers) throws IOException {
        OrderIndex known = lines();
        Lifetime left = retention.fired(known.lifetime(), timestamp, timers);
        if (left.equals(known.lifetime())) {
            return;
        }
        if (!left.equals(Lifetime.NONE)) {
            index.update(known.living(left));
        } else if (isWaitedFor) {
            keep(known, known.living(left), timestamp * MICROS, timers);
        } else {
            index.clear();
            wholeOrder.clear();
            notices.clear();
        }
    }
}
