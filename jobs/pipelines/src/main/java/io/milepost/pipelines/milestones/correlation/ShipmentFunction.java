package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.CarrierEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.Keys;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.route.CarrierCall;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.state.Times;
import io.milepost.state.correlation.Lifetime;
import io.milepost.state.correlation.Reach;
import io.milepost.state.correlation.ShipmentIndex;
import io.milepost.state.sla.Splitting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Tells carriers' events which lines they reach by one reference, when they ask and whenever that
 * changes, so that it does not matter which came first. It keeps what the reference and those that
 * it is linked with are bound to, and which events asked, until nobody has spoken of it for long
 * enough.
 */
public final class ShipmentFunction
        extends KeyedProcessFunction<String, ShipmentMessage, CarrierMessage> {

    /** What happens to records, for the books. */
    public static final OutputTag<Entry> ENTRIES =
            new OutputTag<>("shipment-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    /** No time to live: the timer of the entry ends it. */
    private static final ValueStateDescriptor<ShipmentIndex> INDEX =
            new ValueStateDescriptor<>("shipment-lines", ShipmentIndexType.INSTANCE);

    /** When each event happened that asked. Goes with the index. */
    private static final MapStateDescriptor<String, Long> CALLERS =
            new MapStateDescriptor<>("shipment-callers", Types.STRING, Types.LONG);

    private final RegistryFactory registry;
    private final FactTopics topics;
    private final Retention retention;
    private final Splitting splitting;

    private transient ValueState<ShipmentIndex> index;
    private transient MapState<String, Long> callers;
    private transient Waiting<InboundRecord> earlier;
    private transient EventDecoder decoder;

    /** A correlation by shipment. */
    public ShipmentFunction(
            RegistryFactory registry, FactTopics topics, Retention retention, Splitting splitting) {
        this.registry = registry;
        this.topics = topics;
        this.retention = retention;
        this.splitting = splitting;
    }

    @Override
    public void open(OpenContext context) {
        index = getRuntimeContext().getState(INDEX);
        callers = getRuntimeContext().getMapState(CALLERS);
        earlier =
                Waiting.of(
                        getRuntimeContext(),
                        Waiting.descriptor("shipment-events", InboundRecordTypeInfo.INSTANCE));
        decoder = EventDecoder.open(registry, topics);
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder);
    }

    @Override
    public void processElement(
            ShipmentMessage message, Context ctx, Collector<CarrierMessage> byEvent)
            throws Exception {
        ShipmentIndex known = index.value();
        ShipmentIndex before = upToDate(known, ctx, byEvent);
        ShipmentIndex after = before;
        if (message.call() != null) {
            answer(message.reference(), message.call(), before, byEvent);
        } else if (message.bound().equals(message.reference())) {
            after = before.with(message.binding());
        } else {
            after = before.linkedWith(message.bound(), message.binding());
        }
        tellOfChanges(message.reference(), before, after, byEvent);
        keep(known, after, message.knownAt(), ctx);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<CarrierMessage> byEvent)
            throws Exception {
        ShipmentIndex known = upToDate(index.value(), ctx, byEvent);
        if (known.lifetime().equals(Lifetime.NONE)) {
            return;
        }
        Lifetime left = retention.fired(known.lifetime(), timestamp, ctx.timerService());
        if (!left.equals(Lifetime.NONE)) {
            index.update(known.living(left));
            return;
        }
        for (String event : callers.keys()) {
            byEvent.collect(CarrierMessage.forgotten(event, ctx.getCurrentKey()));
        }
        callers.clear();
        index.clear();
    }

    private void answer(
            String reference,
            CarrierCall call,
            ShipmentIndex known,
            Collector<CarrierMessage> byEvent)
            throws Exception {
        callers.put(call.event(), call.occurredAt());
        byEvent.collect(
                new CarrierMessage(
                        call.event(),
                        reference,
                        reach(known, call.occurredAt()),
                        call.references(),
                        call.knownAt(),
                        call.record()));
    }

    private Reach reach(ShipmentIndex known, long time) {
        return known.at(time, splitting::allows);
    }

    private void tellOfChanges(
            String reference,
            ShipmentIndex before,
            ShipmentIndex after,
            Collector<CarrierMessage> byEvent)
            throws Exception {
        if (after.equals(before)) {
            return;
        }
        for (Map.Entry<String, Long> caller : callers.entries()) {
            Reach reach = reach(after, caller.getValue());
            if (!reach.equals(reach(before, caller.getValue()))) {
                byEvent.collect(CarrierMessage.moved(caller.getKey(), reference, reach));
            }
        }
    }

    private void keep(ShipmentIndex known, ShipmentIndex after, long knownAt, Context ctx)
            throws IOException {
        ShipmentIndex kept =
                after.living(retention.keep(after.lifetime(), knownAt, ctx.timerService()));
        if (!kept.equals(known)) {
            index.update(kept);
        }
    }

    /**
     * An earlier release kept the events here, and no lifetime. Those that wait go on to where they
     * wait now; the others have reached their lines.
     */
    private ShipmentIndex upToDate(
            ShipmentIndex known, Context ctx, Collector<CarrierMessage> byEvent) throws Exception {
        ShipmentIndex index = known == null ? ShipmentIndex.EMPTY : known;
        if (!index.lifetime().equals(Lifetime.NONE)) {
            return index;
        }
        List<InboundRecord> events = earlier.all();
        if (events.isEmpty()) {
            return index;
        }
        earlier.keep(List.of());
        ShipmentIndex after = index;
        for (InboundRecord record : events) {
            if (index.bindings().all().isEmpty()) {
                CarrierEvent event = (CarrierEvent) decoder.decode(record);
                long knownAt = Times.micros(event.getEnvelope().getKnownAt());
                ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WAIT_ENDED));
                answer(ctx.getCurrentKey(), call(event, record, knownAt), index, byEvent);
                after = after.living(retention.keep(after.lifetime(), knownAt, ctx.timerService()));
            }
        }
        return after;
    }

    private static CarrierCall call(CarrierEvent event, InboundRecord record, long knownAt) {
        return new CarrierCall(
                Keys.carrier(event, Keys.shipments(event.getEnvelope())),
                1,
                Times.micros(event.getEnvelope().getOccurredAt()),
                knownAt,
                record);
    }
}
