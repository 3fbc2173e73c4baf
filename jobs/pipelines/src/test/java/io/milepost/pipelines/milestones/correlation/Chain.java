package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.pipelines.milestones.route.RouteFunction;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * The way of a record from the router to its line, operator by operator, on wires that keep their
 * order and know nothing of one another.
 */
final class Chain implements AutoCloseable {

    private final CorrelationOperators operators;
    private final OneInputStreamOperatorTestHarness<InboundRecord, Routed> route;
    private final KeyedOneInputStreamOperatorTestHarness<String, Routed, Routed> orders;
    private final KeyedOneInputStreamOperatorTestHarness<String, LinkMessage, ShipmentMessage>
            links;
    private final KeyedOneInputStreamOperatorTestHarness<String, ShipmentMessage, CarrierMessage>
            shipments;
    private final KeyedOneInputStreamOperatorTestHarness<String, CarrierMessage, Routed> carriers;
    private final TreeMap<String, Deque<Step>> wires = new TreeMap<>();
    private Arrivals arrivals = new Arrivals();

    Chain() throws Exception {
        operators = CorrelationOperators.open();
        route = operators.route();
        orders = operators.orders();
        links = operators.links();
        shipments = operators.shipments();
        carriers = operators.carriers();
    }

    /** A record comes in; what follows waits on the wires. */
    Chain said(InboundRecord record) throws Exception {
        route.processElement(record, 0);
        collect();
        return this;
    }

    /** Everything on the wires arrives. */
    Chain settled() throws Exception {
        while (!wires.isEmpty()) {
            step(wires.firstEntry().getKey());
        }
        return this;
    }

    /** Whether something is on its way. */
    boolean isBusy() {
        return !wires.isEmpty();
    }

    /** The next record of some wire arrives. */
    void step(Random random) throws Exception {
        List<String> busy = List.copyOf(wires.keySet());
        step(busy.get(random.nextInt(busy.size())));
    }

    /** The clock moves, behind everything that came before. */
    Chain clock(long millis) throws Exception {
        settled();
        for (AbstractStreamOperatorTestHarness<?> stage :
                List.of(orders, links, shipments, carriers)) {
            ((OneInputStreamOperatorTestHarness<?, ?>) stage)
                    .processWatermark(new Watermark(millis));
            collect();
            settled();
        }
        return this;
    }

    /** What came out at the end. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** Forgets what came out; what the operators remember stays. */
    Chain restarted() {
        arrivals = new Arrivals();
        return this;
    }

    /** Timers that are set, of all operators. */
    int timers() {
        return orders.numEventTimeTimers()
                + links.numEventTimeTimers()
                + shipments.numEventTimeTimers()
                + carriers.numEventTimeTimers();
    }

    /** Entries in the state of all operators. */
    int stateEntries() {
        return orders.numKeyedStateEntries()
                + links.numKeyedStateEntries()
                + shipments.numKeyedStateEntries()
                + carriers.numKeyedStateEntries();
    }

    private void step(String wire) throws Exception {
        Deque<Step> queue = wires.get(wire);
        Step next = queue.remove();
        if (queue.isEmpty()) {
            wires.remove(wire);
        }
        next.run();
        collect();
    }

    private void collect() {
        for (OneInputStreamOperatorTestHarness<?, Routed> stage :
                List.of(route, orders, carriers)) {
            main(stage).forEach(arrivals::atLine);
        }
        side(route, RouteFunction.BY_ORDER)
                .forEach(m -> wire("route>orders", () -> orders.processElement(m, 0)));
        side(route, RouteFunction.LINKS)
                .forEach(m -> wire("route>links", () -> links.processElement(m, 0)));
        side(route, RouteFunction.BY_SHIPMENT)
                .forEach(m -> wire("route>shipments", () -> shipments.processElement(m, 0)));
        side(orders, OrderFunction.BINDINGS)
                .forEach(m -> wire("orders>links", () -> links.processElement(m, 0)));
        main(links).forEach(m -> wire("links>shipments", () -> shipments.processElement(m, 0)));
        main(shipments)
                .forEach(m -> wire("shipments>carriers", () -> carriers.processElement(m, 0)));
        booked(route, RouteFunction.ENTRIES, RouteFunction.DEAD_LETTERS);
        booked(orders, OrderFunction.ENTRIES, OrderFunction.DEAD_LETTERS);
        booked(carriers, CarrierFunction.ENTRIES, CarrierFunction.DEAD_LETTERS);
    }

    private void booked(
            OneInputStreamOperatorTestHarness<?, ?> stage,
            OutputTag<Entry> entries,
            OutputTag<OutboundRecord> letters) {
        side(stage, entries).forEach(arrivals::booked);
        side(stage, letters).forEach(arrivals::deadLetter);
    }

    private void wire(String wire, Step step) {
        wires.computeIfAbsent(wire, w -> new ArrayDeque<>()).add(step);
    }

    private static <T> List<T> main(OneInputStreamOperatorTestHarness<?, T> stage) {
        List<T> values = List.copyOf(stage.extractOutputValues());
        stage.getOutput().clear();
        return values;
    }

    private static <T> List<T> side(
            OneInputStreamOperatorTestHarness<?, ?> stage, OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = stage.getSideOutput(tag);
        List<T> values = new ArrayList<>();
        while (records != null && !records.isEmpty()) {
            values.add(records.remove().getValue());
        }
        return values;
    }

    @Override
    public void close() throws Exception {
        operators.close();
    }

    /** One record arrives. */
    private interface Step {
        void run() throws Exception;
    }
}
