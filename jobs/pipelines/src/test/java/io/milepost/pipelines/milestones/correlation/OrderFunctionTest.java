package io.milepost.pipelines.milestones.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.RejectReason;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderFunctionTest {

    private static final String KEY = "main/1/P00042";
    private static final String LINE = "main/1/42/4201";
    private static final String KNOWN = "2026-02-01";

    private KeyedOneInputStreamOperatorTestHarness<String, Routed, Routed> harness;
    private int seen;

    @BeforeEach
    void open() throws Exception {
        harness = harness(Splitting.ALL);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Routed, Routed> harness(
            Splitting splitting) throws Exception {
        return ProcessFunctionTestHarnesses.forKeyedProcessFunction(
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

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aLineIsFoundByItsNumber() throws Exception {
        order(4201, 1, "VI-1");
        order(4202, 2, "VI-2");
        forwarded();
        acknowledge("A1", Events.byNumber(2), KNOWN);

        assertThat(forwarded()).containsExactly("main/1/42/4202");
    }

    @Test
    void whatWaitedFollowsItsOrderOnTheSameWay() throws Exception {
        acknowledge("A1", Events.byNumber(1), KNOWN);
        assertThat(forwarded()).isEmpty();

        InboundRecord order = order(4201, 1, "VI-1");
        List<Routed> all = harness.extractOutputValues();
        assertThat(all).extracting(Routed::key).containsExactly("main/1/42/4201", "main/1/42/4201");
        assertThat(all.get(0).record()).isEqualTo(order);
    }

    @Test
    void anItemWaitsUntilTheClockSaysThatEveryLineIsHere() throws Exception {
        order(4201, 1, "VI");
        forwarded();
        acknowledge("A1", Events.byItem("VI"), "2026-02-02");
        assertThat(forwarded()).as("another line of this item may be on its way").isEmpty();

        clock("2026-02-02");
        assertThat(forwarded()).containsExactly("main/1/42/4201");
    }

    @Test
    void anItemOnTwoLinesIsRefusedAndNotGuessed() throws Exception {
        order(4201, 1, "VI");
        acknowledge("A1", Events.byItem("VI"), "2026-02-02");
        order(4202, 2, "VI");
        forwarded();
        clock("2026-02-02");

        assertThat(forwarded()).isEmpty();
        assertThat(letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.AMBIGUOUS);
        assertThat(letters().get(0).getMessage())
                .contains("line of order P00042: expected one line but found 2 for ");
    }

    @Test
    void aPartnerThatNumbersLinesItsOwnWayIsFoundByItsItem() throws Exception {
        order(4201, 1, "VI-1");
        order(4202, 2, "VI-2");
        clock("2026-02-02");
        forwarded();
        acknowledge("A1", new LineReference(null, null, 20, "VI-2", null, null), "2026-02-02");

        assertThat(forwarded()).containsExactly("main/1/42/4202");
    }

    @Test
    void anItemDecidesAgainstTheNumberOfAnotherLineOnceEveryLineIsHere() throws Exception {
        order(4201, 1, "VI-1");
        acknowledge("A1", new LineReference(null, null, 1, "VI-2", null, null), "2026-02-02");
        order(4202, 2, "VI-2");
        assertThat(forwarded()).containsExactly("main/1/42/4201", "main/1/42/4202");
        clock("2026-02-02");

        assertThat(forwarded()).containsExactly("main/1/42/4202");
        assertThat(letters()).isEmpty();
    }

    @Test
    void theWholeOrderMeansLinesThatComeLaterToo() throws Exception {
        order(4201, 1, "VI-1");
        forwarded();
        acknowledge("A1", null, KNOWN);
        assertThat(forwarded()).containsExactly("main/1/42/4201");

        order(4202, 2, "VI-2");
        assertThat(forwarded())
                .as("the line itself, then what was said of its order")
                .containsExactly("main/1/42/4202", "main/1/42/4202");

        order(4202, 2, "VI-2");
        assertThat(forwarded()).as("not again").containsExactly("main/1/42/4202");
    }

    @Test
    void aPartHearsWhatWasSaidOfItsLineBeforeAndAfterTheSplit() throws Exception {
        order(4201, 1, "VI");
        acknowledge("A1", Events.byNumber(1), KNOWN);
        forwarded();

        part(4202, 4201L);
        assertThat(inherited()).containsExactly("main/1/42/4202");
        part(4203, 4202L);
        assertThat(inherited()).as("a part of a part").containsExactly("main/1/42/4203");
        acknowledge("A2", Events.byNumber(1), KNOWN);
        assertThat(inherited()).containsExactly("main/1/42/4202", "main/1/42/4203");
    }

    @Test
    void aPartHearsTheSameIfItIsKnownBeforeItsLine() throws Exception {
        part(4202, 4201L);
        acknowledge("A1", Events.byNumber(1), KNOWN);
        assertThat(inherited()).isEmpty();

        order(4201, 1, "VI");
        assertThat(inherited()).containsExactly("main/1/42/4202");
    }

    @Test
    void aPartOfAPartHearsWhatWasSaidWhenTheOneBetweenIsKnown() throws Exception {
        order(4201, 1, "VI");
        part(4203, 4202L);
        acknowledge("A1", Events.byNumber(1), KNOWN);
        assertThat(inherited()).isEmpty();

        part(4202, 4201L);
        assertThat(inherited()).containsExactly("main/1/42/4202", "main/1/42/4203");
    }

    @Test
    void whatWentToItsLineStraightIsHeardByItsPartsAndGoesWithTheOrder() throws Exception {
        overhear("A1");
        assertThat(forwarded()).isEmpty();
        order(4201, 1, "VI");
        part(4202, 4201L);
        assertThat(inherited()).containsExactly("main/1/42/4202");
        overhear("A2");
        assertThat(inherited()).containsExactly("main/1/42/4202");

        clock("2028-02-01");
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void whatWentToALineOfAnOrderThatNeverCameIsForgotten() throws Exception {
        overhear("A1");
        clock("2026-03-04");

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void nothingIsKeptOfAPartnerThatLetsNoLineBeSplit() throws Exception {
        order(4201, 1, "VI");
        acknowledge("A1", Events.byNumber(1), KNOWN);
        int kept = harness.numKeyedStateEntries();
        harness.close();
        harness = harness(new Splitting(Set.of("another")));
        seen = 0;

        order(4201, 1, "VI");
        acknowledge("A1", Events.byNumber(1), KNOWN);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(kept - 1);
    }

    private void part(long line, long of) throws Exception {
        OdooOrderLine event = Events.order(line, 0, 2, "VI", "2026-02-03");
        event.setSplitOf(of);
        process(Catalogue.ORDER_LINES, event);
    }

    /** A copy of what names the line by its id. */
    private void overhear(String number) throws Exception {
        SupplierEvent event = Events.acknowledgement(number, "acme", Events.byIds(42, 4201), KNOWN);
        harness.processElement(
                new Routed(KEY, Bench.record(Catalogue.SUPPLIER_EVENTS, event), false), 0);
    }

    private List<String> inherited() {
        List<Routed> all = harness.extractOutputValues();
        List<String> keys =
                all.subList(seen, all.size()).stream()
                        .filter(routed -> routed.turn() == Routed.INHERITED)
                        .map(Routed::key)
                        .toList();
        seen = all.size();
        return keys;
    }

    @Test
    void aWholeOrderThatWaitedReachesEachLineOnce() throws Exception {
        acknowledge("A1", null, KNOWN);
        order(4201, 1, "VI-1");
        order(4202, 2, "VI-2");

        assertThat(forwarded())
                .containsExactly(
                        "main/1/42/4201", "main/1/42/4201", "main/1/42/4202", "main/1/42/4202");
    }

    @Test
    void aStrangerIsRefusedAsSoonAsTheOrderIsKnown() throws Exception {
        process(
                Catalogue.SUPPLIER_EVENTS,
                Events.acknowledgement("A1", "mallory", Events.byNumber(1), KNOWN));
        order(4201, 1, "VI-1");

        assertThat(forwarded()).containsExactly("main/1/42/4201");
        assertThat(letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.NOT_THE_VENDOR);
    }

    @Test
    void whatNobodyMatchesIsUnmatchedAfterTheLongestWait() throws Exception {
        acknowledge("A1", Events.byNumber(1), KNOWN);
        harness.processWatermark(new Watermark(Events.millis("2026-03-03") - 1));
        assertThat(letters()).isEmpty();

        clock("2026-03-03");
        assertThat(letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.UNMATCHED);
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void aLineIsFoundByTheNumberThatItWasSentUnder() throws Exception {
        unnumbered(4201, "VI");
        unnumbered(4202, "VI");
        sent(4201, 2, KNOWN);
        sent(4202, 1, KNOWN);
        forwarded();
        acknowledge("A1", Events.byNumber(2), "2026-02-02");

        assertThat(forwarded()).as("and the line is not told again").containsExactly(LINE);
    }

    @Test
    void whoAnswersBeforeTheNumberIsKnownWaitsForIt() throws Exception {
        acknowledge("A1", Events.byNumber(2), KNOWN);
        sent(4201, 2, "2026-02-02");
        assertThat(forwarded()).as("a line that is not known").isEmpty();
        unnumbered(4201, "VI-1");
        assertThat(forwarded()).containsExactly(LINE, LINE);

        acknowledge("A2", Events.byNumber(3), KNOWN);
        unnumbered(4203, "VI-3");
        assertThat(forwarded()).as("no number").containsExactly("main/1/42/4203");
        sent(4203, 3, "2026-02-02");
        assertThat(forwarded()).containsExactly("main/1/42/4203");
        assertThat(entries())
                .containsExactly(
                        Entry.Kind.WAIT_BEGAN,
                        Entry.Kind.WAIT_ENDED,
                        Entry.Kind.WAIT_BEGAN,
                        Entry.Kind.WAIT_ENDED);
    }

    @Test
    void numbersOfAnOrderThatNeverComesAreForgotten() throws Exception {
        sent(4201, 2, KNOWN);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

        harness.processWatermark(new Watermark(Events.millis("2027-03-09") - 1));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        clock("2027-03-09");
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void anOrderIsForgottenWhenNobodyHasSpokenOfItForLongEnough() throws Exception {
        order(4201, 1, "VI-1");
        acknowledge("A1", null, KNOWN);
        process(
                Catalogue.SUPPLIER_EVENTS,
                Events.shipNotice("S1", Events.byNumber(1), "T1", "2026-06-01"));
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        clock("2027-03-09");
        assertThat(harness.numKeyedStateEntries()).as("spoken of in June").isPositive();
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        harness.processWatermark(new Watermark(Events.millis("2027-07-07") - 1));
        assertThat(harness.numKeyedStateEntries()).isPositive();
        clock("2027-07-07");
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private InboundRecord order(long lineId, int number, String vendorItem) throws Exception {
        OdooOrderLine line = Events.order(lineId, number, 1, vendorItem, KNOWN);
        return process(Catalogue.ORDER_LINES, line);
    }

    private void unnumbered(long lineId, String vendorItem) throws Exception {
        process(
                Catalogue.ORDER_LINES,
                Events.unnumbered(Events.order(lineId, 0, 1, vendorItem, KNOWN)));
    }

    private void sent(long lineId, int number, String known) throws Exception {
        process(Catalogue.SUPPLIER_EVENTS, Events.sent(lineId, number, known));
    }

    private List<Entry.Kind> entries() {
        return harness.getSideOutput(OrderFunction.ENTRIES).stream()
                .map(record -> record.getValue().kind())
                .toList();
    }

    private void acknowledge(String number, LineReference line, String known) throws Exception {
        SupplierEvent event = Events.acknowledgement(number, "acme", line, known);
        process(Catalogue.SUPPLIER_EVENTS, event);
    }

    private InboundRecord process(Topic<?> topic, SpecificRecord event) throws Exception {
        InboundRecord record = Bench.record(topic, event);
        harness.processElement(new Routed(KEY, record), 0);
        return record;
    }

    private void clock(String time) throws Exception {
        harness.processWatermark(new Watermark(Events.millis(time)));
    }

    /** Keys of what was forwarded since it was asked last. */
    private List<String> forwarded() {
        List<String> keys = harness.extractOutputValues().stream().map(Routed::key).toList();
        List<String> fresh = keys.subList(seen, keys.size());
        seen = keys.size();
        return fresh;
    }

    private List<DeadLetter> letters() {
        var records = harness.getSideOutput(OrderFunction.DEAD_LETTERS);
        List<OutboundRecord> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return Bench.values(DeadLetter.class, values);
    }
}
