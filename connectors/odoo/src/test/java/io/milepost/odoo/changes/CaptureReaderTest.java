package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.CaptureLog.line;
import static io.milepost.odoo.changes.CaptureLog.order;
import static io.milepost.odoo.changes.CaptureLog.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.odoo.changes.CaptureStep.Became;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What change records come to, record by record. */
class CaptureReaderTest {

    private static final String PLANNED = "2026-04-01 08:00:00";
    private static final String LATER = "2026-05-01 08:00:00";

    private final CaptureLog log = new CaptureLog().furnish();

    /** A reader over a memory, and all that it said. */
    private static final class Told {
        private final Map<String, byte[]> kept = new HashMap<>();
        private final List<ChangeEvent> events = new ArrayList<>();
        private final List<String> rejections = new ArrayList<>();
        private final List<UnmappedRow> unmapped = new ArrayList<>();
        private final Map<Became, Long> books = new EnumMap<>(Became.class);
        private final boolean folds;
        private CaptureReader reader;
        private long in;
        private long promised;

        Told(boolean folds) {
            this.folds = folds;
            restart();
        }

        void restart() {
            Keep keep =
                    new Keep() {
                        @Override
                        public byte[] get(String key) {
                            return kept.get(key);
                        }

                        @Override
                        public void put(String key, byte[] bytes) {
                            kept.put(key, bytes.clone());
                        }

                        @Override
                        public void remove(String key) {
                            kept.remove(key);
                        }
                    };
            reader = new CaptureReader("acme", company -> company != 7, "en_US", keep, folds);
        }

        Told take(List<byte[]> records) {
            for (byte[] record : records) {
                in++;
                CaptureStep step = reader.take(record);
                note(step);
                while (step.hasMore()) {
                    step = reader.tellMore();
                    note(step);
                }
            }
            return this;
        }

        private void note(CaptureStep step) {
            for (ChangeEvent event : step.events()) {
                assertThat(event.knownAtMicros())
                        .as("behind a promise")
                        .isGreaterThanOrEqualTo(promised);
                events.add(event);
            }
            unmapped.addAll(step.unmapped());
            step.counts().forEach((became, times) -> books.merge(became, times, Long::sum));
            step.promise().ifPresent(micros -> promised = Math.max(promised, micros));
            if (step.rejection() != null) {
                rejections.add(step.rejection());
            }
        }

        <T> List<T> of(Class<T> type) {
            return events.stream()
                    .map(ChangeEvent::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        long booked(Became what) {
            return books.getOrDefault(what, 0L);
        }

        void assertBalanced() {
            assertThat(
                            booked(Became.EFFECTIVE)
                                    + booked(Became.DUPLICATE)
                                    + booked(Became.WITHOUT_EFFECT)
                                    + booked(Became.REJECTED)
                                    + booked(Became.WAIT_BEGAN)
                                    - booked(Became.WAIT_ENDED))
                    .as("%s of %d", books, in)
                    .isEqualTo(in);
        }
    }

    private Told told() {
        return new Told(true).take(log.records());
    }

    private void orderAsOdooWritesIt(long id) {
        Map<String, Object> half = new LinkedHashMap<>(line(id, PLANNED));
        half.put("company_id", null);
        half.put("state", null);
        half.put("product_qty", values("scale", 0, "value", "Mg=="));
        log.begin()
                .insert("purchase_order", id, order(id))
                .insert("purchase_order_line", id, half)
                .update("purchase_order_line", id, line(id, PLANNED))
                .update("purchase_order", id, order(id))
                .commit();
    }

    @Test
    void aTransactionIsFoldedToWhatItLeft() {
        orderAsOdooWritesIt(28);

        Told told = told();

        assertThat(told.of(OdooOrderLine.class))
                .singleElement()
                .satisfies(line -> assertThat(line.getQuantity()).isEqualByComparingTo("100"));
        assertThat(told.of(OdooOrder.class)).hasSize(1);
        assertThat(told.rejections).isEmpty();
        told.assertBalanced();
    }

    @Test
    void withoutFoldingHalvesWouldBeTold() {
        orderAsOdooWritesIt(28);

        Told told = new Told(false).take(log.records());

        assertThat(told.of(OdooOrderLine.class)).hasSizeGreaterThan(1);
    }

    @Test
    void theEventIsTheOneThatPollingMakes() throws Exception {
        Shop shop = Shop.reading(ChangeStream.ORDERS);
        shop.order(28);
        List<SpecificRecord> polled = shop.poll();
        orderAsOdooWritesIt(28);

        Told told = told();

        assertThat(told.of(SpecificRecord.class))
                .extracting(CaptureReaderTest::content)
                .containsExactlyInAnyOrderElementsOf(
                        polled.stream().map(CaptureReaderTest::content).toList());
    }

    @Test
    void aPartNamesTheLineThatItWasSplitOffFrom() {
        orderAsOdooWritesIt(28);
        log.begin()
                .insert("purchase_order_line", 29, line(28, LATER))
                .insert(
                        "x_milepost_effect",
                        7,
                        values("x_name", "purchase.order.line,29,split_of", "x_value", "28"))
                .insert(
                        "x_milepost_effect",
                        8,
                        values("x_name", "purchase.order.line,28,product_qty", "x_value", "60"))
                .insert("x_milepost_effect", 9, values("x_name", "command-1", "x_kind", "NOTE"))
                .commit();

        Told told = told();

        assertThat(told.of(OdooOrderLine.class))
                .extracting(
                        OdooOrderLine::getLineId,
                        OdooOrderLine::getSplitOf,
                        line ->
                                line.getSplitBefore() == null
                                        ? -1
                                        : line.getSplitBefore().intValue(),
                        line -> line.getSplitAfter() == null ? -1 : line.getSplitAfter().intValue())
                .containsExactly(
                        tuple(28L, null, -1, -1),
                        tuple(28L, null, 0, 100),
                        tuple(29L, 28L, 100, 0));
        assertThat(told.kept.keySet()).filteredOn(key -> key.contains("row/x_milepost")).hasSize(1);
        told.assertBalanced();
    }

    private static String content(SpecificRecord event) {
        event.put(0, Draft.envelope(Shop.ORIGIN, java.time.Instant.EPOCH, List.of()));
        event.put(1, 0L);
        return event.toString();
    }

    @Test
    void whatWasWrittenEarlierAndCommittedLaterIsNotLost() {
        orderAsOdooWritesIt(28);
        CaptureLog.Transaction open =
                log.begin().update("purchase_order_line", 28, line(28, LATER));
        orderAsOdooWritesIt(29);
        open.commit();

        Told told = told();

        assertThat(told.of(OdooOrderLine.class))
                .filteredOn(line -> line.getLineId() == 28)
                .last()
                .satisfies(
                        line ->
                                assertThat(line.getPlannedAt())
                                        .hasToString("2026-05-01T08:00:00Z"));
    }

    @Test
    void whatComesAgainIsNotToldAgain() {
        orderAsOdooWritesIt(28);
        int again = log.size();
        log.begin().update("purchase_order_line", 28, line(28, LATER)).commit();
        orderAsOdooWritesIt(29);
        Told told = told();
        int events = told.events.size();
        int half = log.size() - 2;
        log.begin().update("purchase_order_line", 29, line(29, LATER)).commit();

        // The worker dies in the middle of the last transaction, and has noted none of the others.
        told.take(log.from(log.size() - 3).subList(0, 2));
        told.take(log.records().subList(again, half + 2));
        assertThat(told.events).as("of what comes again").hasSize(events);
        told.take(log.from(log.size() - 3));

        assertThat(told.of(OdooOrderLine.class)).last().matches(line -> line.getLineId() == 29);
        assertThat(told.rejections).isEmpty();
        assertThat(told.booked(Became.DUPLICATE)).isPositive();
        told.assertBalanced();
    }

    @Test
    void aTransactionThatGoesOnWhereTheWorkerDiedIsWhole() {
        orderAsOdooWritesIt(28);
        List<byte[]> all = log.records();
        Told told = new Told(true).take(all.subList(0, all.size() - 3));
        // Two rows come again, its beginning does not.
        told.take(all.subList(all.size() - 5, all.size()));

        assertThat(told.of(OdooOrderLine.class)).hasSize(1);
        assertThat(told.rejections).isEmpty();
    }

    @Test
    void aDeletionIsToldAndSoIsThatOfAWholeOrder() {
        orderAsOdooWritesIt(28);
        orderAsOdooWritesIt(29);
        log.begin().delete("purchase_order_line", 28).commit();
        log.records();
        log.begin().delete("purchase_order", 29).delete("purchase_order_line", 29).commit();

        Told told = told();

        assertThat(told.of(OdooOrderLine.class))
                .filteredOn(OdooOrderLine::getCancelled)
                .extracting(OdooOrderLine::getLineId)
                .containsExactly(28L, 29L);
    }

    @Test
    void whatLinesAreMadeOfTellsThemAgain() {
        orderAsOdooWritesIt(28);
        log.begin().update("product_category", 9, values("complete_name", "All / Screws")).commit();
        log.begin().update("res_partner", 44, values("name", "Acme & Daughters")).commit();
        log.begin()
                .update(
                        "product_product",
                        51,
                        values("default_code", "M8-ZN", "product_tmpl_id", 40))
                .commit();

        Told told = told();

        assertThat(told.of(OdooOrderLine.class)).hasSize(4);
        assertThat(told.of(OdooOrderLine.class))
                .last()
                .satisfies(
                        line -> {
                            assertThat(line.getCategory()).isEqualTo("All / Screws");
                            assertThat(line.getVendorName()).isEqualTo("Acme & Daughters");
                            assertThat(line.getOwnItem()).isEqualTo("M8-ZN");
                        });
    }

    @Test
    void receiptsAndBillsAreTold() {
        orderAsOdooWritesIt(28);
        log.begin()
                .insert(
                        "stock_picking",
                        60,
                        values("name", "WH/IN/1", "picking_type_id", 1, "company_id", 1))
                .insert("stock_move", 70, move(null))
                .insert("stock_move", 71, values("company_id", 1, "picking_id", 60))
                .insert(
                        "account_move",
                        80,
                        values(
                                "move_type",
                                "in_invoice",
                                "state",
                                "posted",
                                "ref",
                                "INV-1",
                                "company_id",
                                1,
                                "currency_id",
                                1,
                                "date",
                                20_500))
                .insert("account_move", 81, values("move_type", "out_invoice", "company_id", 1))
                .insert(
                        "account_move_line",
                        90,
                        values(
                                "move_id",
                                80,
                                "purchase_line_id",
                                28,
                                "company_id",
                                1,
                                "product_uom_id",
                                1,
                                "quantity",
                                "40",
                                "price_unit",
                                "1.10",
                                "discount",
                                "10"))
                .commit();
        log.begin()
                .update(
                        "stock_picking",
                        60,
                        values(
                                "name",
                                "WH/IN/1",
                                "picking_type_id",
                                1,
                                "company_id",
                                1,
                                "carrier_tracking_ref",
                                "1Z999"))
                .commit();

        Told told = told();

        assertThat(told.of(OdooReceipt.class)).hasSize(2);
        assertThat(told.of(OdooReceipt.class).get(1).getEnvelope().getReferences()).hasSize(2);
        assertThat(told.of(OdooBill.class))
                .singleElement()
                .satisfies(
                        bill -> {
                            assertThat(bill.getEnvelope().getOccurredAt())
                                    .hasToString("2026-02-16T00:00:00Z");
                            assertThat(bill.getUnitPrice()).isEqualByComparingTo("0.99");
                        });
    }

    private static Map<String, Object> move(String name) {
        return values(
                "company_id",
                1,
                "picking_id",
                60,
                "purchase_line_id",
                28,
                "state",
                "assigned",
                "product_uom_qty",
                100.0,
                "product_uom",
                1,
                "name",
                name,
                "date",
                CaptureLog.micros(PLANNED));
    }

    @Test
    void aSnapshotIsToldWhenAllOfItIsThere() {
        CaptureLog snapshot = new CaptureLog();
        snapshot.snapshot("purchase_order", "first", 28, order(28));
        snapshot.snapshot("purchase_order_line", "true", 28, line(28, PLANNED));
        snapshot.snapshot("res_partner", "true", 44, values("name", "Acme Fasteners"));
        snapshot.snapshot(
                "uom_uom", "true", 1, values("name", "{\"en_US\": \"Units\"}", "factor", 1));
        Told told = new Told(true).take(snapshot.records());
        assertThat(told.events).isEmpty();
        assertThat(told.promised).isZero();

        snapshot.snapshot("res_currency", "last", 1, values("name", "EUR"));
        told.take(snapshot.from(4));

        assertThat(told.of(OdooOrderLine.class))
                .singleElement()
                .satisfies(line -> assertThat(line.getVendorName()).isEqualTo("Acme Fasteners"));
        assertThat(told.promised).isPositive();
        told.assertBalanced();
    }

    @Test
    void aLongTextThatDidNotChangeIsNotSentAndStays() {
        orderAsOdooWritesIt(28);
        Map<String, Object> moved = new LinkedHashMap<>(line(28, LATER));
        moved.put("name", "__debezium_unavailable_value");
        log.begin().update("purchase_order_line", 28, moved).commit();

        assertThat(told().of(OdooOrderLine.class))
                .last()
                .satisfies(
                        line -> assertThat(line.getDescription()).isEqualTo("[M8-BOLT] M8 bolt"));
    }

    @Test
    void otherCompaniesAndTablesAreLeftOut() {
        Map<String, Object> order = new LinkedHashMap<>(order(30));
        order.put("company_id", 7);
        log.begin()
                .insert("purchase_order", 30, order)
                .insert("mail_message", 5, values("body", "x"))
                .commit();

        Told told = told();

        assertThat(told.events).isEmpty();
        told.assertBalanced();
    }

    @Test
    void aTransactionThatIsNotWholeIsToldAndReported() {
        orderAsOdooWritesIt(28);
        List<byte[]> all = log.records();
        List<byte[]> without = new ArrayList<>(all);
        without.remove(all.size() - 3);

        Told told = new Told(true).take(without);

        assertThat(told.rejections)
                .containsExactly(
                        "transaction 701: expected its beginning and 4 records but found it and 3;"
                                + " what there was of it has been told");
        assertThat(told.of(OdooOrder.class)).hasSize(1);
        told.assertBalanced();
    }

    @Test
    void whatIsNoChangeRecordIsRejectedWithWhatWasExpected() {
        CaptureLog broken = new CaptureLog();
        broken.write("{");
        broken.write("[1]");
        broken.write("{\"hello\": 1}");
        broken.write("{\"op\":\"u\",\"after\":{\"id\":1},\"source\":{\"table\":\"res_partner\"}}");
        broken.write("{\"op\":\"t\",\"source\":{\"table\":\"purchase_order\"}}");
        broken.write(
                "{\"op\":\"u\",\"after\":{\"id\":1,\"name\":5},\"source\":{\"table\":\"res_partner\"},"
                    + "\"transaction\":{\"id\":\"7:9\",\"total_order\":1}}");
        broken.write("{\"schema\":{},\"payload\":{\"ts_ms\":5}}");

        Told told = new Told(true).take(broken.records());

        assertThat(told.rejections)
                .containsExactly(
                        "expected JSON but found 1 bytes",
                        "expected a JSON object but found something else",
                        "expected a record of Debezium (op, status or ts_ms) but found fields"
                                + " [hello]",
                        "transaction: expected the transaction of the change but found none; the"
                                + " connector needs provide.transaction.metadata=true",
                        "op: expected changes of rows but found a truncation, which cannot be"
                                + " followed",
                        "res.partner,1: name: expected text but found NUMBER");
        told.assertBalanced();
    }

    @Test
    void aReaderGoesOnWhereAnotherStoodAfterAnyRecord() {
        orderAsOdooWritesIt(28);
        log.begin().update("purchase_order_line", 28, line(28, LATER)).commit();
        log.begin().delete("purchase_order_line", 28).commit();
        List<String> whole = told().events.stream().map(ChangeEvent::toString).toList();

        Told told = new Told(true);
        for (byte[] record : log.records()) {
            told.restart();
            told.take(List.of(record));
        }

        assertThat(told.events).extracting(ChangeEvent::toString).isEqualTo(whole);
        assertThat(told.kept.keySet())
                .as("nothing of work that is done is left")
                .noneMatch(key -> key.startsWith("gathered") || key.startsWith("to-tell"));
    }
}
