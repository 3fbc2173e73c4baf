package io.milepost.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScmsFeedTest {

    private static final LocalDate PO = LocalDate.of(2014, 3, 1);
    private static final LocalDate PQ = LocalDate.of(2014, 2, 1);
    private static final LocalDate PROMISED = LocalDate.of(2014, 6, 10);
    private static final LocalDate DELIVERED = LocalDate.of(2014, 6, 12);
    private static final LocalDate RECORDED = LocalDate.of(2014, 6, 15);

    @Test
    void aRowIsAnOrderANoticeJustBeforeItsReceiptAndAReceipt() {
        List<TimedEvent> events = feed(row(1, "SO-1", PQ, PO, RECORDED)).events();

        assertThat(events)
                .extracting(TimedEvent::topic)
                .containsExactly(
                        Catalogue.ORDER_LINES, Catalogue.SUPPLIER_EVENTS, Catalogue.RECEIPTS);
        assertThat(events)
                .extracting(TimedEvent::knownAtMicros)
                .containsExactly(start(PO), start(RECORDED) - 1_000, start(RECORDED));
        assertThat(events)
                .extracting(TimedEvent::key)
                .containsExactly("scms/1/1/1", "scms/1/SO-1", "scms/1/1/1");
        OdooOrderLine line = (OdooOrderLine) events.get(0).value();
        assertThat(line.getPlannedAt()).isEqualTo(Micros.toInstant(start(PROMISED)));
        OdooReceipt receipt = (OdooReceipt) events.get(2).value();
        assertThat(receipt.getEnvelope().getOccurredAt())
                .isEqualTo(Micros.toInstant(start(DELIVERED)));
    }

    @Test
    void anOrderWithoutPoDateIsKnownAtItsPqDateAndWithoutEitherSixtyDaysBeforeItsPromise() {
        ScmsFeed feed =
                feed(
                        row(1, "SO-1", PQ, null, RECORDED),
                        row(2, "SO-2", null, null, RECORDED),
                        row(3, "SO-3", PQ, PO, RECORDED));

        assertThat(knownOrders(feed))
                .containsExactlyInAnyOrder(start(PQ), start(PROMISED.minusDays(60)), start(PO));
        assertThat(feed.counts()).isEqualTo(new ScmsFeed.Counts(1, 1, 1, List.of(), List.of()));
    }

    @Test
    void anOrderIsNeverKnownAfterItsPromiseOrItsDeliverysRecordAndTheNoticeNeverBeforeIt() {
        LocalDate early = PQ.minusDays(3);
        ScmsFeed feed =
                feed(
                        row(1, "SO-1", null, PROMISED.plusDays(1), RECORDED),
                        row(2, "SO-2", PQ, null, early));

        assertThat(knownOrders(feed)).containsExactly(start(early), start(PROMISED));
        assertThat(feed.events().get(1).value()).isInstanceOf(SupplierEvent.class);
        assertThat(feed.events().get(1).knownAtMicros()).isEqualTo(start(early));
        assertThat(feed.counts().moved()).containsExactly(1L, 2L);
        assertThat(feed.counts().recordedBeforeDelivered()).containsExactly(2L);
    }

    @Test
    void linesOfAnOrderAreNumberedInTheOrderOfTheFile() {
        ScmsFeed feed =
                feed(
                        row(9, "SO-1", PQ, PO, RECORDED),
                        row(5, "SO-2", PQ, PO, RECORDED),
                        row(4, "SO-1", PQ, PO, RECORDED));

        assertThat(feed.events())
                .filteredOn(event -> event.topic().equals(Catalogue.ORDER_LINES))
                .extracting(
                        TimedEvent::lineKey,
                        event -> ((OdooOrderLine) event.value()).getLineNumber())
                .containsExactly(
                        tuple("scms/1/1/9", 1), tuple("scms/1/2/5", 1), tuple("scms/1/1/4", 2));
    }

    private static List<Long> knownOrders(ScmsFeed feed) {
        return feed.events().stream()
                .filter(event -> event.topic().equals(Catalogue.ORDER_LINES))
                .map(TimedEvent::knownAtMicros)
                .toList();
    }

    private static ScmsFeed feed(ScmsRow... rows) {
        return ScmsFeed.of(new ScmsLog(List.of(rows), List.of()));
    }

    private static ScmsRow row(
            long id, String order, LocalDate pq, LocalDate po, LocalDate recorded) {
        return new ScmsRow(
                id + 1,
                id,
                order,
                "DN-" + id,
                "Zambia",
                "EXW",
                pq,
                po,
                PROMISED,
                DELIVERED,
                recorded,
                "ARV",
                "Vendor",
                "Tablets",
                new BigDecimal(30),
                new BigDecimal("2.5"));
    }

    private static long start(LocalDate day) {
        return day.toEpochDay() * Micros.DAY;
    }
}
