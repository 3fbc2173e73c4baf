package io.milepost.state.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Envelope;
import io.milepost.events.OdooOrder;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OrderItem;
import io.milepost.events.OrderState;
import io.milepost.events.PartnerOutbound;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.sla.GoLive;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Telling USUAL = new Telling(GoLive.ALWAYS, false);

    private long version;

    @Test
    void anOrderIsToldWhenItIsConfirmedAndNotBefore() {
        List<PartnerOutbound> told =
                tell(
                        USUAL,
                        order(OrderState.DRAFT, item(7, "1")),
                        order(OrderState.SENT, item(7, "1")),
                        order(OrderState.PURCHASE, item(7, "1"), item(9, "2")),
                        order(OrderState.LOCKED, item(7, "1"), item(9, "2")));

        assertThat(told)
                .extracting(PartnerOutbound::getKind)
                .containsExactly(OrderDocumentKind.ORDER);
        assertThat(changes(told.get(0))).containsExactly("1 ADDED 7", "2 ADDED 9");
    }

    @Test
    void aChangeSaysWhatBecameOfEachLine() {
        List<PartnerOutbound> told =
                tell(
                        USUAL,
                        order(OrderState.PURCHASE, item(7, "1"), item(8, "1"), item(9, "1")),
                        order(OrderState.PURCHASE, item(7, "1"), item(8, "5"), item(10, "1")));

        assertThat(told.get(1).getKind()).isEqualTo(OrderDocumentKind.CHANGE);
        assertThat(changes(told.get(1)))
                .containsExactly("1 UNCHANGED 7", "2 CHANGED 8", "3 DELETED 9", "4 ADDED 10");
    }

    @Test
    void aNumberIsNeverUsedForAnotherLine() {
        List<PartnerOutbound> told =
                tell(
                        USUAL,
                        order(OrderState.PURCHASE, item(7, "1"), item(8, "1")),
                        order(OrderState.PURCHASE, item(7, "1")),
                        order(OrderState.PURCHASE, item(7, "1"), item(9, "1")),
                        order(OrderState.CANCELLED, item(7, "1"), item(9, "1")),
                        order(OrderState.PURCHASE, item(9, "1"), item(11, "1")));

        assertThat(changes(told.get(4))).containsExactly("3 ADDED 9", "4 ADDED 11");
        assertThat(told.get(4).getKind()).isEqualTo(OrderDocumentKind.ORDER);
    }

    @Test
    void aLineOfNothingIsDeletedAndAnOrderOfNothingCancelled() {
        List<PartnerOutbound> told =
                tell(
                        USUAL,
                        order(OrderState.PURCHASE, item(7, "1"), item(8, "1")),
                        order(OrderState.PURCHASE, item(7, "1"), item(8, "0")),
                        order(OrderState.PURCHASE, item(7, "0"), item(8, "0")));

        assertThat(told)
                .extracting(PartnerOutbound::getKind)
                .containsExactly(
                        OrderDocumentKind.ORDER,
                        OrderDocumentKind.CHANGE,
                        OrderDocumentKind.CANCELLATION);
    }

    @Test
    void anOrderThatWasNeverToldIsNotCancelled() {
        assertThat(tell(USUAL, order(OrderState.CANCELLED, item(7, "1")))).isEmpty();
    }

    @Test
    void anOldSupplierHearsThatItIsCancelledAndTheNewOneTheOrder() {
        OdooOrder moved = order(OrderState.PURCHASE, item(7, "1"));
        OdooOrder before = order(OrderState.PURCHASE, item(7, "1"));
        moved.setVendor("502");
        moved.setVersion(before.getVersion() + 1);

        List<PartnerOutbound> told = tell(USUAL, before, moved);

        assertThat(told)
                .extracting(d -> d.getPartner() + " " + d.getKind())
                .containsExactly("501 ORDER", "501 CANCELLATION", "502 ORDER");
    }

    @Test
    void ordersFromBeforeTheGoLiveAreNumberedAndNeverTold() {
        Telling late =
                new Telling(new GoLive(Map.of("1", Times.micros(DAY.plusSeconds(10))), 0), false);
        OdooOrder old = order(OrderState.PURCHASE, item(7, "1"));
        OdooOrder changed = order(OrderState.PURCHASE, item(7, "3"), item(8, "1"));
        changed.getEnvelope().setKnownAt(DAY.plusSeconds(3_600));

        ToldOrder known = late.step(ToldOrder.NONE, old).after();
        Telling.Step step = late.step(known, changed);

        assertThat(step.documents()).isEmpty();
        assertThat(step.after().numbers()).isEqualTo(Map.of(7L, 1, 8L, 2));
    }

    @Test
    void anotherWantedDateIsToldOnlyWhereThatIsAsked() {
        OdooOrder first = order(OrderState.PURCHASE, item(7, "1"));
        OdooOrder later = order(OrderState.PURCHASE, item(7, "1"));
        later.getLines().get(0).setPlannedAt(DAY.plusSeconds(999_999));

        assertThat(tell(USUAL, first, later)).hasSize(1);
        assertThat(tell(new Telling(GoLive.ALWAYS, true), first, later)).hasSize(2);
    }

    @Test
    void theSameVersionsMakeTheSameDocumentsAndNoneIsLikeAnother() {
        OdooOrder[] versions = {
            order(OrderState.PURCHASE, item(7, "1")),
            order(OrderState.PURCHASE, item(7, "2")),
            order(OrderState.PURCHASE, item(7, "1")),
            order(OrderState.CANCELLED, item(7, "1")),
            order(OrderState.PURCHASE, item(7, "1")),
        };
        List<PartnerOutbound> told = tell(USUAL, versions);

        assertThat(tell(USUAL, versions)).isEqualTo(told);
        assertThat(told)
                .extracting(PartnerOutbound::getDocumentId)
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void olderVersionsSayNothing() {
        OdooOrder older = order(OrderState.PURCHASE, item(7, "1"));
        OdooOrder newer = order(OrderState.PURCHASE, item(7, "2"));

        assertThat(tell(USUAL, newer, older, newer)).hasSize(1);
    }

    /** Through bytes after each step, as a state backend has it. */
    private static List<PartnerOutbound> tell(Telling telling, OdooOrder... versions) {
        List<PartnerOutbound> told = new ArrayList<>();
        ToldOrder known = ToldOrder.NONE;
        for (OdooOrder order : versions) {
            Telling.Step step = telling.step(known, order);
            told.addAll(step.documents());
            known = throughBytes(step.after());
        }
        return told;
    }

    private static ToldOrder throughBytes(ToldOrder order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ToldOrderCodec.write(order, new StateOutput(new DataOutputStream(bytes)));
        ToldOrder read = ToldOrderCodec.read(new StateInput(bytes.toByteArray()));
        assertThat(read).isEqualTo(order);
        return read;
    }

    private static List<String> changes(PartnerOutbound document) {
        return document.getLines().stream()
                .map(l -> l.getNumber() + " " + l.getChange() + " " + l.getLineId())
                .toList();
    }

    private OdooOrder order(OrderState state, OrderItem... items) {
        version++;
        OdooOrder order = new OdooOrder();
        Envelope envelope = new Envelope();
        envelope.setEventId("o" + version);
        envelope.setSourceSystem("odoo");
        envelope.setInstance("main");
        envelope.setCompany("1");
        envelope.setOccurredAt(DAY);
        envelope.setRecordedAt(DAY);
        envelope.setKnownAt(DAY.plusSeconds(version));
        envelope.setReferences(List.of());
        order.setEnvelope(envelope);
        order.setVersion(version);
        order.setOrderId(42);
        order.setOrderName("P00042");
        order.setOrderState(state);
        order.setVendor("501");
        order.setCurrency("EUR");
        order.setOrderedAt(DAY);
        order.setLines(Arrays.asList(items));
        return order;
    }

    private static OrderItem item(long lineId, String quantity) {
        OrderItem item = new OrderItem();
        item.setLineId(lineId);
        item.setVendorItem("V" + lineId);
        item.setQuantity(new BigDecimal(quantity).setScale(6));
        item.setUnit("C62");
        item.setUnitPrice(new BigDecimal("18.450000"));
        item.setPlannedAt(DAY);
        return item;
    }
}
