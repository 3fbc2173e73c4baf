package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.RejectReason;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.Keys;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.pipelines.milestones.route.LinkMessageType;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.correlation.LineNumber;
import io.milepost.state.correlation.LineSearch;
import io.milepost.state.correlation.Match;
import io.milepost.state.correlation.OrderIndex;
import io.milepost.state.correlation.OrderLineEntry;
import io.milepost.state.line.ArmedTimers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Finds the lines that a supplier means, by its order. It keeps the names of the order's lines,
 * what was said of the whole order, its ship notices, and what waits for a line that is not known
 * yet; a wait ends in the dead letters, the rest when nothing was said for long enough. Order facts
 * pass through, before everything that waited for them and on the same way. Numbers of lines end
 * here: the line itself hears of its document on its own way.
 */
public final class OrderFunction extends KeyedProcessFunction<String, Routed, Routed> {

    /** What ship notices bind references to. */
    public static final OutputTag<LinkMessage> BINDINGS =
            new OutputTag<>("bindings", LinkMessageType.INSTANCE);

    /** Rejected records. */
    public static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("order-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    public static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("order-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "orders";

    private final RegistryFactory registry;
    private final FactTopics topics;
    private final OutputWriter.Factory outputs;
    private final Wait wait;
    private final Retention retention;

    private transient OrderMemory memory;
    private transient Waiting<InboundRecord> waiting;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    /** A correlation by order. */
    public OrderFunction(
            RegistryFactory registry,
            FactTopics topics,
            OutputWriter.Factory outputs,
            Wait wait,
            Retention retention) {
        this.registry = registry;
        this.topics = topics;
        this.outputs = outputs;
        this.wait = wait;
        this.retention = retention;
    }

    @Override
    public void open(OpenContext context) {
        memory = new OrderMemory(getRuntimeContext(), retention);
        waiting =
                Waiting.of(
                        getRuntimeContext(),
                        Waiting.descriptor("order-waiting", InboundRecordTypeInfo.INSTANCE));
        decoder = EventDecoder.open(registry, topics);
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, writer);
    }

    @Override
    public void processElement(Routed routed, Context ctx, Collector<Routed> byLine)
            throws Exception {
        SpecificRecord event = decoder.decode(routed.record());
        OrderIndex known = memory.lines();
        if (event instanceof OdooOrderLine line) {
            byLine.collect(new Routed(Keys.line(line).toString(), routed.record()));
            OrderIndex after = known.with(line);
            if (!after.equals(known)) {
                release(known, after, ctx, byLine);
            }
            long knownAt = Times.micros(line.getEnvelope().getKnownAt());
            memory.keep(known, after, knownAt, ctx.timerService());
            return;
        }
        SupplierEvent supplier = (SupplierEvent) event;
        LineNumber number = LineNumber.sent(supplier);
        if (number != null) {
            learn(number, known, ctx, byLine);
            return;
        }
        if (!settle(routed.record(), supplier, known, ctx, byLine)) {
            wait(routed.record(), supplier, ctx);
        }
        memory.keep(known, known, knownAt(supplier), ctx.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Routed> byLine)
            throws Exception {
        settleWaiting(memory.lines(), ctx, byLine);
        memory.fired(timestamp, !waiting.all().isEmpty(), ctx.timerService());
    }

    /** A line has a number: who called it by that waits no longer. */
    private void learn(LineNumber number, OrderIndex known, Context ctx, Collector<Routed> byLine)
            throws Exception {
        OrderIndex after = known.with(number);
        if (!after.equals(known)) {
            settleWaiting(after, ctx, byLine);
        }
        memory.keep(known, after, number.knownAt(), ctx.timerService());
    }

    /** A line became known: what was said of the whole order holds for it, and waits may end. */
    private void release(OrderIndex before, OrderIndex after, Context ctx, Collector<Routed> byLine)
            throws Exception {
        // Nothing was said of the whole order before its first line was known: it waits.
        List<InboundRecord> whole = before.lines().isEmpty() ? List.of() : memory.wholeOrder();
        for (OrderLineEntry line : after.lines()) {
            if (!before.knows(line.lineId())) {
                for (InboundRecord record : whole) {
                    SupplierEvent event = (SupplierEvent) decoder.decode(record);
                    forward(record, event, List.of(line), false, ctx, byLine);
                }
            }
        }
        settleWaiting(after, ctx, byLine);
    }

    private void settleWaiting(OrderIndex lines, Context ctx, Collector<Routed> byLine)
            throws Exception {
        List<InboundRecord> all = waiting.all();
        List<InboundRecord> rest = new ArrayList<>();
        for (InboundRecord record : all) {
            SupplierEvent event = (SupplierEvent) decoder.decode(record);
            if (settle(record, event, lines, ctx, byLine) || expire(record, event, ctx)) {
                ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WAIT_ENDED));
            } else {
                rest.add(record);
            }
        }
        if (rest.size() != all.size()) {
            waiting.keep(rest);
        }
    }

    /** Forwards or rejects a record; false if it has to wait. */
    private boolean settle(
            InboundRecord record,
            SupplierEvent event,
            OrderIndex lines,
            Context ctx,
            Collector<Routed> byLine)
            throws Exception {
        if (lines.vendor() == null) {
            return false;
        }
        if (!lines.vendor().equals(event.getEnvelope().getPartner())) {
            reject(
                    record,
                    RejectReason.NOT_THE_VENDOR,
                    OrderMessages.notTheVendor(event, lines),
                    ctx);
            return true;
        }
        Match match =
                LineSearch.match(lines, event.getLine(), knownAt(event), isComplete(event, ctx));
        switch (match.kind()) {
            case FOUND -> {
                forward(record, event, match.lines(), true, ctx, byLine);
                if (event.getLine() == null) {
                    memory.rememberForLaterLines(record);
                }
            }
            case AMBIGUOUS ->
                    reject(
                            record,
                            RejectReason.AMBIGUOUS,
                            OrderMessages.ambiguous(event, match),
                            ctx);
            case NOT_YET -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Once the clock has passed the time at which the event became known, every line is here that
     * was known before it.
     */
    private static boolean isComplete(SupplierEvent event, Context ctx) {
        long clock = Clock.micros(ctx.timerService());
        return clock != Times.NONE && clock >= knownAt(event);
    }

    private void forward(
            InboundRecord record,
            SupplierEvent event,
            List<OrderLineEntry> lines,
            boolean counted,
            Context ctx,
            Collector<Routed> byLine)
            throws Exception {
        boolean counts = counted;
        for (OrderLineEntry entry : lines) {
            LineKey line = Keys.line(event.getEnvelope(), entry.orderId(), entry.lineId());
            byLine.collect(new Routed(line.toString(), record, counts));
            counts = false;
            if (event.getBody() instanceof ShipNotice) {
                for (LinkMessage message : memory.notice(line, event)) {
                    ctx.output(BINDINGS, message);
                }
            }
        }
    }

    private void wait(InboundRecord record, SupplierEvent event, Context ctx) throws Exception {
        waiting.add(record);
        ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WAIT_BEGAN));
        long knownAt = knownAt(event);
        ctx.timerService().registerEventTimeTimer(wait.timer(knownAt));
        if (LineSearch.dependsOnOthers(event.getLine()) && !isComplete(event, ctx)) {
            ctx.timerService().registerEventTimeTimer(ArmedTimers.roundUp(knownAt));
        }
    }

    private boolean expire(InboundRecord record, SupplierEvent event, Context ctx)
            throws IOException {
        if (!wait.isOver(knownAt(event), Clock.micros(ctx.timerService()))) {
            return false;
        }
        reject(record, RejectReason.UNMATCHED, OrderMessages.unmatched(event, wait), ctx);
        return true;
    }

    private void reject(InboundRecord record, RejectReason reason, String message, Context ctx)
            throws IOException {
        ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DEAD_LETTERED));
        ctx.output(
                DEAD_LETTERS,
                writer.deadLetter(
                        record,
                        Rejection.of(STAGE, reason, record.address() + ": " + message, null),
                        ctx.timerService().currentProcessingTime()));
    }

    private static long knownAt(SupplierEvent event) {
        return Times.micros(event.getEnvelope().getKnownAt());
    }
}
