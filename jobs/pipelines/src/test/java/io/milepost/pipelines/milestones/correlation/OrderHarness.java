package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.DeadLetter;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.sla.Splitting;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;

/**
 * An {@link OrderFunction} with order P00042 of vendor acme, which waits 30 days and remembers 400.
 */
final class OrderHarness implements AutoCloseable {

    /** Long before anything else happens. */
    static final String KNOWN = "2026-02-01";

    private static final String ORDER = "main/1/P00042";

    private final KeyedOneInputStreamOperatorTestHarness<String, Routed, Routed> harness;
    private int seen;

    private OrderHarness(Splitting splitting) throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new OrderFunction(
                                Bench.OPENS_REGISTRY,
                                Bench.FACTS,
                                Bench.WRITERS,
                                new Wait(Duration.ofDays(30)),
                                new Retention(Duration.ofDays(400)),
                                splitting),
                        Routed::key,
                        Types.STRING);
    }

    /** Every partner may have its lines split. */
    static OrderHarness open() throws Exception {
        return open(Splitting.ALL);
    }

    static OrderHarness open(Splitting splitting) throws Exception {
        return new OrderHarness(splitting);
    }

    /** Key of a line. */
    static String key(long line) {
        return "main/1/42/" + line;
    }

    /** Odoo tells of a line, with its number. */
    InboundRecord line(long id, int number, String vendorItem) throws Exception {
        return process(Catalogue.ORDER_LINES, Events.order(id, number, 1, vendorItem, KNOWN));
    }

    /** Odoo tells of a line whose number it does not know. */
    void unnumbered(long id, String vendorItem) throws Exception {
        OdooOrderLine line = Events.order(id, 0, 1, vendorItem, KNOWN);
        process(Catalogue.ORDER_LINES, Events.unnumbered(line));
    }

    /** Odoo tells of a line that was split off from another. */
    void part(long id, long of) throws Exception {
        OdooOrderLine line = Events.order(id, 0, 2, "VI", "2026-02-03");
        line.setSplitOf(of);
        process(Catalogue.ORDER_LINES, line);
    }

    /** The order was sent, with a number of a line. */
    void sent(long id, int number, String known) throws Exception {
        process(Catalogue.SUPPLIER_EVENTS, Events.sent(id, number, known));
    }

    /** The vendor acknowledges a line; the whole order for {@code null}. */
    InboundRecord acknowledge(String number, LineReference line, String known) throws Exception {
        return acknowledge("acme", number, line, known);
    }

    InboundRecord acknowledge(String partner, String number, LineReference line, String known)
            throws Exception {
        return process(
                Catalogue.SUPPLIER_EVENTS, Events.acknowledgement(number, partner, line, known));
    }

    /** A copy of an acknowledgement that named line 4201 by its id, and went there straight. */
    void overhear(String number) throws Exception {
        SupplierEvent event = Events.acknowledgement(number, "acme", Events.byIds(42, 4201), KNOWN);
        harness.processElement(
                new Routed(ORDER, Bench.record(Catalogue.SUPPLIER_EVENTS, event), false), 0);
    }

    InboundRecord process(Topic<?> topic, SpecificRecord event) throws Exception {
        InboundRecord record = Bench.record(topic, event);
        harness.processElement(new Routed(ORDER, record), 0);
        return record;
    }

    void clock(String time) throws Exception {
        harness.processWatermark(new Watermark(Events.millis(time)));
    }

    void clockJustBefore(String time) throws Exception {
        harness.processWatermark(new Watermark(Events.millis(time) - 1));
    }

    /** What went on to lines since it was asked last. */
    List<Routed> told() {
        List<Routed> all = harness.extractOutputValues();
        List<Routed> fresh = all.subList(seen, all.size());
        seen = all.size();
        return fresh;
    }

    /** The lines that something went on to since it was asked last. */
    List<String> forwarded() {
        return told().stream().map(Routed::key).toList();
    }

    /** The parts that inherited something since it was asked last. */
    List<String> inherited() {
        return told().stream().filter(Routed::isInherited).map(Routed::key).toList();
    }

    /** Everything that was refused. */
    List<DeadLetter> letters() {
        List<OutboundRecord> records = side(OrderFunction.DEAD_LETTERS);
        return Bench.values(DeadLetter.class, records);
    }

    /** All entries in the books. */
    List<Entry.Kind> entries() {
        return side(OrderFunction.ENTRIES).stream().map(Entry::kind).toList();
    }

    private <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
