package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.CarrierEvent;
import io.milepost.events.RejectReason;
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
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.Times;
import io.milepost.state.correlation.Delivery;
import io.milepost.state.correlation.Turn;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Delivers a carrier's event to the lines that it belongs to by all of its references together, and
 * takes it back from those that it belongs to no longer. It keeps the event and where it went until
 * its references are forgotten; an event that belongs to no line ends in the dead letters.
 */
public final class CarrierFunction extends KeyedProcessFunction<String, CarrierMessage, Routed> {

    /** Rejected records. */
    public static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("carrier-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    public static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("carrier-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "shipments";

    /** No time to live: it goes when its references do. */
    private static final ValueStateDescriptor<Delivery> DELIVERY =
            new ValueStateDescriptor<>("carrier-delivery", DeliveryType.INSTANCE);

    private final RegistryFactory registry;
    private final FactTopics topics;
    private final OutputWriter.Factory outputs;
    private final Wait wait;

    private transient ValueState<Delivery> delivery;
    private transient Waiting<InboundRecord> records;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    /** A delivery of carriers' events. */
    public CarrierFunction(
            RegistryFactory registry, FactTopics topics, OutputWriter.Factory outputs, Wait wait) {
        this.registry = registry;
        this.topics = topics;
        this.outputs = outputs;
        this.wait = wait;
    }

    @Override
    public void open(OpenContext context) {
        delivery = getRuntimeContext().getState(DELIVERY);
        records =
                Waiting.of(
                        getRuntimeContext(),
                        Waiting.descriptor("carrier-records", InboundRecordTypeInfo.INSTANCE));
        decoder = EventDecoder.open(registry, topics);
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, writer);
    }

    @Override
    public void processElement(CarrierMessage message, Context ctx, Collector<Routed> byLine)
            throws Exception {
        Delivery known = delivery.value();
        if (message.reach() == null) {
            forget(known, message.reference());
            return;
        }
        Delivery before = known == null ? Delivery.EMPTY : known;
        Delivery after = before.asking(message.asked()).with(message.reference(), message.reach());
        // Most events come once and name one reference: there is nothing here to be read.
        List<InboundRecord> here = known == null ? List.of() : records.all();
        if (!here.isEmpty() && !after.due().isEmpty()) {
            after = move(after, here, ctx, byLine);
        }
        if (message.record() != null) {
            after = take(after, here, message, ctx, byLine);
        }
        if (!after.equals(known)) {
            delivery.update(after);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Routed> byLine)
            throws Exception {
        Delivery known = delivery.value();
        if (known == null || known.isDelivered()) {
            return;
        }
        List<InboundRecord> rest = records.all();
        for (InboundRecord record : List.copyOf(rest)) {
            CarrierEvent event = (CarrierEvent) decoder.decode(record);
            if (wait.isOver(knownAt(event), Clock.micros(ctx.timerService()))) {
                rest.remove(record);
                book(record, Entry.Kind.WAIT_ENDED, ctx);
                book(record, Entry.Kind.DEAD_LETTERED, ctx);
                reject(record, event, ctx);
            }
        }
        records.keep(rest);
        if (rest.isEmpty()) {
            delivery.clear();
        }
    }

    /** The record itself: goes to the lines that have the event, or waits for them. */
    private Delivery take(
            Delivery known,
            List<InboundRecord> here,
            CarrierMessage message,
            Context ctx,
            Collector<Routed> byLine)
            throws Exception {
        InboundRecord record = message.record();
        if (here.stream().anyMatch(r -> Arrays.equals(r.value(), record.value()))) {
            book(record, Entry.Kind.DUPLICATE, ctx);
            return known;
        }
        records.add(record);
        List<Turn> lines = known.isDelivered() ? known.given() : known.due();
        if (!lines.isEmpty()) {
            deliver(record, lines, true, byLine);
            return known.told(lines);
        }
        if (known.isDelivered()) {
            // Its lines had it in other words, and it was taken back from all of them.
            book(record, Entry.Kind.WITHOUT_EFFECT, ctx);
        } else {
            book(record, Entry.Kind.WAIT_BEGAN, ctx);
            ctx.timerService().registerEventTimeTimer(wait.timer(message.knownAt()));
        }
        return known;
    }

    /** Brings what is here already to where it belongs now. */
    private Delivery move(
            Delivery known, List<InboundRecord> here, Context ctx, Collector<Routed> byLine)
            throws Exception {
        List<Turn> due = known.due();
        List<Turn> back = due.stream().filter(turn -> !turn.gives()).toList();
        if (!back.isEmpty()) {
            deliver(earliest(here), back, false, byLine);
        }
        for (InboundRecord record : here) {
            if (!known.isDelivered()) {
                book(record, Entry.Kind.WAIT_ENDED, ctx);
            }
            List<Turn> there = due.stream().filter(Turn::gives).toList();
            deliver(record, there, !known.isDelivered(), byLine);
        }
        return known.told(due);
    }

    private static void deliver(
            InboundRecord record, List<Turn> turns, boolean counted, Collector<Routed> byLine) {
        boolean counts = counted;
        for (Turn turn : turns) {
            byLine.collect(
                    new Routed(
                            turn.line().toString(), record, counts, turn.number(), turn.notices()));
            counts = false;
        }
    }

    /** What is taken back must not have been known before, at any point. */
    private InboundRecord earliest(List<InboundRecord> all) throws Exception {
        InboundRecord earliest = all.get(0);
        for (InboundRecord record : all) {
            if (knownAt((CarrierEvent) decoder.decode(record))
                    < knownAt((CarrierEvent) decoder.decode(earliest))) {
                earliest = record;
            }
        }
        return earliest;
    }

    private void forget(Delivery known, String reference) throws Exception {
        if (known == null) {
            return;
        }
        Delivery after = known.forgotten(reference);
        boolean waits = !known.isDelivered() && !records.all().isEmpty();
        if (after.isOver() && !waits) {
            delivery.clear();
            records.keep(List.of());
        } else {
            delivery.update(after);
        }
    }

    private void reject(InboundRecord record, CarrierEvent event, Context ctx) throws IOException {
        String message =
                record.address()
                        + ": shipment "
                        + String.join(", ", Keys.shipments(event.getEnvelope()))
                        + " of carrier event "
                        + event.getEnvelope().getEventId()
                        + ": expected a ship notice within "
                        + wait.words()
                        + " but found none";
        ctx.output(
                DEAD_LETTERS,
                writer.deadLetter(
                        record,
                        Rejection.of(STAGE, RejectReason.UNMATCHED, message, null),
                        ctx.timerService().currentProcessingTime()));
    }

    private static void book(InboundRecord record, Entry.Kind kind, Context ctx) {
        ctx.output(ENTRIES, new Entry(record.topic(), kind));
    }

    private static long knownAt(CarrierEvent event) {
        return Times.micros(event.getEnvelope().getKnownAt());
    }
}
