package io.milepost.pipelines.milestones.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.CarrierStatus;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.DeadLetter;
import io.milepost.events.OdooCommand;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.RejectReason;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.clock.FeedSignal;
import io.milepost.schemas.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteFunctionTest {

    private OneInputStreamOperatorTestHarness<InboundRecord, Routed> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new RouteFunction(Bench.OPENS_REGISTRY, Bench.FACTS, Bench.WRITERS));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    static Stream<Arguments> poison() {
        byte[] good = Bench.encoded(Catalogue.ORDER_LINES, Events.order(4201, "2026-02-01"));
        byte[] wrongMagic = good.clone();
        wrongMagic[0] = 7;
        byte[] unknownSchema = good.clone();
        Arrays.fill(unknownSchema, 1, 5, (byte) 0x70);
        byte[] truncated = Arrays.copyOf(good, good.length - 3);
        byte[] otherEvent =
                Bench.encoded(Catalogue.RECEIPTS, Events.receipt(4201, "C62", "2026-02-01"));
        var slash = Events.order(4201, "2026-02-01");
        slash.getEnvelope().setInstance("a/b");
        byte[] invalid = Bench.encoded(Catalogue.ORDER_LINES, slash);
        return Stream.of(
                Arguments.of("no key", null, good, RejectReason.NULL_KEY),
                Arguments.of("tombstone", "k", null, RejectReason.TOMBSTONE),
                Arguments.of("empty", "k", new byte[0], RejectReason.NOT_FRAMED),
                Arguments.of("wrong magic", "k", wrongMagic, RejectReason.NOT_FRAMED),
                Arguments.of("unknown schema", "k", unknownSchema, RejectReason.UNKNOWN_SCHEMA),
                Arguments.of("another event", "k", otherEvent, RejectReason.SCHEMA_MISMATCH),
                Arguments.of("truncated", "k", truncated, RejectReason.UNDECODABLE),
                Arguments.of("slash in the instance", "k", invalid, RejectReason.INVALID));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void poisonGoesToTheDeadLettersWithItsReasonBytesAndAddress(
            String name, String key, byte[] value, RejectReason reason) throws Exception {
        InboundRecord record = Bench.raw(Catalogue.ORDER_LINES, key, value);
        process(record);

        List<DeadLetter> letters = letters();
        assertThat(letters).hasSize(1);
        DeadLetter letter = letters.get(0);
        assertThat(letter.getReason()).isEqualTo(reason);
        assertThat(letter.getMessage()).startsWith(record.address() + ": ");
        assertThat(letter.getTopic()).isEqualTo("odoo.order-lines");
        assertThat(letter.getOffset()).isEqualTo(record.offset());
        assertThat(letter.getValue() == null ? null : letter.getValue().array()).isEqualTo(value);
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void aSupplierWithoutAValidInstanceIsRefusedBeforeItMeetsAnOrder() throws Exception {
        var event = Events.acknowledgement("A1", "acme", Events.byNumber(1), "2026-02-01");
        event.getEnvelope().setInstance("a/b");
        process(Bench.record(Catalogue.SUPPLIER_EVENTS, event));

        assertThat(letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.INVALID);
    }

    @Test
    void answersOfOdooGoByLineAndThoseAboutItemsEndHere() throws Exception {
        OdooCommand asked =
                OdooCommand.newBuilder()
                        .setCommandId("c")
                        .setLineKey("main/1/42/4201")
                        .setKind(CommandKind.POST_NOTE)
                        .setFactIds(List.of())
                        .setKnownAt(Events.time("2026-02-01"))
                        .build();
        process(
                Bench.record(
                        Catalogue.RESULTS,
                        Events.result(asked, CommandOutcome.APPLIED, "2026-02-01")));
        process(Bench.record(Catalogue.RESULTS, Events.itemResult("main/1/acme/i", "2026-02-01")));

        assertThat(harness.extractOutputValues())
                .extracting(Routed::key)
                .containsExactly("main/1/42/4201");
        assertThat(side(RouteFunction.ENTRIES))
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.IN, Entry.Kind.IN, Entry.Kind.WITHOUT_EFFECT);
    }

    @Test
    void ordersGoByOrderAndReceiptsByLine() throws Exception {
        process(Bench.record(Catalogue.ORDER_LINES, Events.order(4201, "2026-02-01")));
        process(Bench.record(Catalogue.RECEIPTS, Events.receipt(4201, "C62", "2026-02-01")));

        assertThat(side(RouteFunction.BY_ORDER))
                .extracting(Routed::key)
                .containsExactly("main/1/P00042");
        assertThat(harness.extractOutputValues())
                .extracting(Routed::key)
                .containsExactly("main/1/42/4201");
    }

    @Test
    void aSupplierThatNamesTheLineSkipsTheOrderUnlessItShips() throws Exception {
        var line = Events.byIds(42, 4201);
        process(
                Bench.record(
                        Catalogue.SUPPLIER_EVENTS,
                        Events.acknowledgement("A1", "acme", line, "2026-02-01")));
        process(
                Bench.record(
                        Catalogue.SUPPLIER_EVENTS,
                        Events.shipNotice("S1", line, "T1", "2026-02-01")));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(side(RouteFunction.BY_ORDER)).hasSize(1);
    }

    @Test
    void thatAnOrderWasSentGoesToItsLineAndWithTheNumberToTheOrder() throws Exception {
        process(Bench.record(Catalogue.SUPPLIER_EVENTS, Events.sent(4201, 2, "2026-02-01")));
        var fromAPartner = Events.sent(4202, 1, "2026-02-01");
        fromAPartner.getEnvelope().setSourceSystem("json");
        process(Bench.record(Catalogue.SUPPLIER_EVENTS, fromAPartner));

        assertThat(harness.extractOutputValues())
                .extracting(Routed::key, Routed::counted)
                .containsExactly(tuple("main/1/42/4201", true), tuple("main/1/42/4202", true));
        assertThat(side(RouteFunction.BY_ORDER))
                .extracting(Routed::key, Routed::counted)
                .as("one that the books do not count twice")
                .containsExactly(tuple("main/1/P00042", false));
    }

    @Test
    void aTechnicalAcknowledgementThatNamesNoOrderIsForWhoeverSentIt() throws Exception {
        var event = Events.acknowledgement("A1", "acme", null, "2026-02-01");
        event.setOrderName("");
        event.setBody(new TechnicalAcknowledgement("7/0001", TechnicalOutcome.ACCEPTED));
        process(Bench.record(Catalogue.SUPPLIER_EVENTS, event));

        assertThat(side(RouteFunction.BY_ORDER)).isEmpty();
        assertThat(side(RouteFunction.ENTRIES))
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.IN, Entry.Kind.WITHOUT_EFFECT);
    }

    @Test
    void aCarrierGoesByItsShipmentAndIsInvalidWithoutOne() throws Exception {
        process(
                Bench.record(
                        Catalogue.CARRIER_EVENTS,
                        Events.carrier("c1", CarrierStatus.PICKED_UP, "T1", "2026-02-01")));
        var nameless = Events.carrier("c2", CarrierStatus.PICKED_UP, "T1", "2026-02-01");
        nameless.getEnvelope().setReferences(List.of());
        process(Bench.record(Catalogue.CARRIER_EVENTS, nameless));

        assertThat(side(RouteFunction.BY_SHIPMENT))
                .extracting(ShipmentMessage::reference)
                .containsExactly("main/1/TRACKING_NUMBER/T1");
        assertThat(letters())
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.INVALID);
    }

    @Test
    void aCarrierThatNamesTwoReferencesAsksBothAndLinksThem() throws Exception {
        var event = Events.carrier("c1", CarrierStatus.PICKED_UP, "T1", "2026-02-01");
        event.getEnvelope()
                .setReferences(
                        List.of(
                                new Reference(ReferenceType.TRACKING_NUMBER, "T1"),
                                new Reference(ReferenceType.INVOICE, "no shipment"),
                                new Reference(ReferenceType.CONTAINER, "C1"),
                                new Reference(ReferenceType.TRACKING_NUMBER, "T1")));
        InboundRecord record = Bench.record(Catalogue.CARRIER_EVENTS, event);
        process(record);

        assertThat(side(RouteFunction.BY_SHIPMENT))
                .extracting(ShipmentMessage::reference)
                .containsExactly("main/1/TRACKING_NUMBER/T1", "main/1/CONTAINER/C1");
        assertThat(side(RouteFunction.BY_SHIPMENT))
                .extracting(message -> message.call().record())
                .as("one of them takes the record along")
                .containsExactly(record, null);
        assertThat(side(RouteFunction.LINKS))
                .extracting(LinkMessage::reference, LinkMessage::links)
                .containsExactly(
                        tuple("main/1/TRACKING_NUMBER/T1", List.of("main/1/CONTAINER/C1")),
                        tuple("main/1/CONTAINER/C1", List.of("main/1/TRACKING_NUMBER/T1")));
    }

    @Test
    void aHeartbeatIsForTheWatchAlone() throws Exception {
        process(Bench.heartbeat(Catalogue.BILLS, 17));

        assertThat(side(RouteFunction.HEARTBEATS))
                .containsExactly(FeedSignal.heartbeat("odoo.bills/0", 17));
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(letters()).isEmpty();
    }

    private void process(InboundRecord record) throws Exception {
        harness.processElement(record, 0);
    }

    private List<DeadLetter> letters() {
        List<OutboundRecord> records = side(RouteFunction.DEAD_LETTERS);
        return Bench.values(DeadLetter.class, records);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        var records = harness.getSideOutput(tag);
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }
}
