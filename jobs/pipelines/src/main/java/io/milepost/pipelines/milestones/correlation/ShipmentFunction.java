package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.CarrierEvent;
import io.milepost.events.RejectReason;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.correlation.ShipmentIndex;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Finds the lines that a carrier means, by a reference that ship notices have bound to them. It
 * keeps the bindings of the reference and what its carriers said, so that it does not matter which
 * came first; an event whose reference nobody binds ends in the dead letters.
 */
public final class ShipmentFunction extends KeyedProcessFunction<String, ShipmentMessage, Routed> {

    /** Rejected records. */
    public static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("shipment-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** What happens to records, for the books. */
    public static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("shipment-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "shipments";

    /** No time to live yet: a reference stays bound, see the job's known limits. */
    private static final ValueStateDescriptor<ShipmentIndex> INDEX =
            new ValueStateDescriptor<>("shipment-lines", ShipmentIndexType.INSTANCE);

    private final RegistryFactory registry;
    private final FactTopics topics;
    private final OutputWriter.Factory outputs;
    private final Wait wait;

    private transient ValueState<ShipmentIndex> index;
    private transient Waiting<InboundRecord> events;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    /** A correlation by shipment. */
    public ShipmentFunction(
            RegistryFactory registry, FactTopics topics, OutputWriter.Factory outputs, Wait wait) {
        this.registry = registry;
        this.topics = topics;
        this.outputs = outputs;
        this.wait = wait;
    }

    @Override
    public void open(OpenContext context) {
        index = getRuntimeContext().getState(INDEX);
        events =
                Waiting.of(
                        getRuntimeContext(),
                        Waiting.descriptor("shipment-events", InboundRecordTypeInfo.INSTANCE));
        decoder = EventDecoder.open(registry, topics);
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws IOException {
        if (decoder != null) {
            decoder.close();
        }
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public void processElement(ShipmentMessage message, Context ctx, Collector<Routed> byLine)
            throws Exception {
        ShipmentIndex before = index();
        if (message.event() == null) {
            ShipmentIndex after = before.with(message.binding());
            if (!after.equals(before)) {
                index.update(after);
                forwardNewlyBound(before, after, ctx, byLine);
            }
            return;
        }
        CarrierEvent event = (CarrierEvent) decoder.decode(message.event());
        events.add(message.event());
        long time = Times.micros(event.getEnvelope().getOccurredAt());
        forward(message.event(), before.linesAt(time), true, byLine);
        if (before.bindings().isEmpty()) {
            ctx.output(ENTRIES, new Entry(message.event().topic(), Entry.Kind.WAIT_BEGAN));
            ctx.timerService().registerEventTimeTimer(wait.timer(knownAt(event)));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Routed> byLine)
            throws Exception {
        if (!index().bindings().isEmpty()) {
            return;
        }
        List<InboundRecord> rest = events.all();
        for (InboundRecord record : List.copyOf(rest)) {
            CarrierEvent event = (CarrierEvent) decoder.decode(record);
            if (wait.isOver(knownAt(event), Clock.micros(ctx.timerService()))) {
                rest.remove(record);
                ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WAIT_ENDED));
                ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DEAD_LETTERED));
                reject(record, event, ctx);
            }
        }
        events.keep(rest);
    }

    private ShipmentIndex index() throws IOException {
        ShipmentIndex known = index.value();
        return known == null ? ShipmentIndex.EMPTY : known;
    }

    /** Sends what carriers said before to the lines that it turns out to be about. */
    private void forwardNewlyBound(
            ShipmentIndex before, ShipmentIndex after, Context ctx, Collector<Routed> byLine)
            throws Exception {
        for (InboundRecord record : events.all()) {
            CarrierEvent event = (CarrierEvent) decoder.decode(record);
            long time = Times.micros(event.getEnvelope().getOccurredAt());
            Set<LineKey> lines = new LinkedHashSet<>(after.linesAt(time));
            lines.removeAll(before.linesAt(time));
            boolean waited = before.bindings().isEmpty();
            forward(record, lines, waited, byLine);
            if (waited) {
                ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WAIT_ENDED));
            }
        }
    }

    private static void forward(
            InboundRecord record, Set<LineKey> lines, boolean counted, Collector<Routed> byLine) {
        boolean counts = counted;
        for (LineKey line : lines) {
            byLine.collect(new Routed(line.toString(), record, counts));
            counts = false;
        }
    }

    private void reject(InboundRecord record, CarrierEvent event, Context ctx) throws IOException {
        String message =
                record.address()
                        + ": shipment "
                        + ctx.getCurrentKey()
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

    private static long knownAt(CarrierEvent event) {
        return Times.micros(event.getEnvelope().getKnownAt());
    }
}
