package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.RejectReason;
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
import io.milepost.state.Times;
import io.milepost.state.correlation.LineNumber;
import io.milepost.state.correlation.LineSearch;
import io.milepost.state.correlation.Match;
import io.milepost.state.correlation.OrderIndex;
import io.milepost.state.correlation.OrderLineEntry;
import io.milepost.state.line.ArmedTimers;
import io.milepost.state.sla.Splitting;
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
 * pass through, before everything that waited for them and on the same way; so does what the parts
 * of a line that was split inherit. Numbers of lines end here: the line itself hears of its
 * document on its own way.
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
    private final Splitting splitting;

    private transient OrderMemory memory;
    private transient Inheritance inheritance;
    private transient Waiting<InboundRecord> waiting;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    /** A correlation by order. */
    public OrderFunction(
            RegistryFactory registry,
            FactTopics topics,
            OutputWriter.Factory outputs,
            Wait wait,
            Retention retention,
            Splitting splitting) {
        this.registry = registry;
        this.topics = topics;
        this.outputs = outputs;
        this.wait = wait;
        this.retention = retention;
        this.splitting = splitting;
    }

    @Override
    public void open(OpenContext context) {
        memory = new OrderMemory(getRuntimeContext(), retention);
        waiting =
                Waiting.of(
                        getRuntimeContext(),
                        Waiting.descriptor("order-waiting", InboundRecordTypeInfo.INSTANCE));
        decoder = EventDecoder.open(registry, topics);
        inheritance = new Inheritance(memory, decoder, wait, splitting);
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, writer);
    }

    @Override
    public void processElement(Routed routed, Context ctx, Collector<Routed> out) throws Exception {
        ToLines byLine = toLines(ctx, out);
        SpecificRecord event = decoder.decode(routed.record());
        OrderIndex known = memory.lines();
        if (event instanceof OdooOrderLine line) {
            out.collect(new Routed(Keys.line(line).toString(), routed.record()));
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
        OrderIndex after = number == null ? known : learn(number, known, ctx, byLine);
        if (!routed.counted()) {
            inheritance.overhear(routed.record(), supplier, after, ctx.timerService(), byLine);
        } else if (number == null && !settle(routed.record(), supplier, after, ctx, byLine)) {
            wait(routed.record(), supplier, ctx);
        }
        memory.keep(known, after, knownAt(supplier), ctx.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Routed> out)
            throws Exception {
        OrderIndex known = memory.lines();
        settleWaiting(known, ctx, toLines(ctx, out));
        if (known.lines().isEmpty()) {
            inheritance.forgetUnknown(ctx.timerService());
        }
        memory.fired(timestamp, !waiting.all().isEmpty(), ctx.timerService());
    }

    private ToLines toLines(Context ctx, Collector<Routed> out) {
        return new ToLines(memory, out, message -> ctx.output(BINDINGS, message));
    }

    /** A line has a number: who called it by that waits no longer. */
    private OrderIndex learn(LineNumber number, OrderIndex known, Context ctx, ToLines byLine)
            throws Exception {
        OrderIndex after = known.with(number);
        if (!after.equals(known)) {
            settleWaiting(after, ctx, byLine);
        }
        return after;
    }

    /** A line became known: what was said of the whole order holds for it, and waits may end. */
    private void release(OrderIndex before, OrderIndex after, Context ctx, ToLines byLine)
            throws Exception {
        // Nothing was said of the whole order before its first line was known: it waits.
        List<InboundRecord> whole = before.lines().isEmpty() ? List.of() : memory.wholeOrder();
        for (OrderLineEntry line : after.lines()) {
            if (!before.knows(line.lineId())) {
                for (InboundRecord record : whole) {
                    SupplierEvent event = (SupplierEvent) decoder.decode(record);
                    byLine.tell(line, record, event, false);
                }
            }
        }
        inheritance.tellNewParts(before, after, byLine);
        settleWaiting(after, ctx, byLine);
    }

    private void settleWaiting(OrderIndex lines, Context ctx, ToLines byLine) throws Exception {
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
            ToLines byLine)
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
                forward(record, event, match.lines(), byLine);
                if (event.getLine() == null) {
                    memory.rememberForLaterLines(record);
                } else {
                    inheritance.say(record, event, match.lines().get(0), lines, byLine);
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

    private static void forward(
            InboundRecord record, SupplierEvent event, List<OrderLineEntry> lines, ToLines byLine)
            throws Exception {
        boolean counts = true;
        for (OrderLineEntry line : lines) {
            byLine.tell(line, record, event, counts);
            counts = false;
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
