package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.CaptureLog.LATER;
import static io.milepost.odoo.changes.CaptureLog.PLANNED;
import static io.milepost.odoo.changes.CaptureLog.line;
import static io.milepost.odoo.changes.CaptureLog.order;
import static io.milepost.odoo.changes.CaptureLog.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooOrderLine;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which records a reader takes, and as what. */
class CaptureReaderTest {

    private final CaptureLog log = new CaptureLog().furnish();

    @Test
    void aSnapshotIsToldWhenAllOfItIsThere() {
        CaptureLog snapshot = new CaptureLog();
        snapshot.snapshot("purchase_order", "first", 28, order(28));
        snapshot.snapshot("purchase_order_line", "true", 28, line(28, PLANNED));
        snapshot.snapshot("res_partner", "true", 44, values("name", "Acme Fasteners"));
        snapshot.snapshot(
                "uom_uom", "true", 1, values("name", "{\"en_US\": \"Units\"}", "factor", 1));
        LogFollower told = LogFollower.of(snapshot);
        assertThat(told.events()).isEmpty();
        assertThat(told.promised()).isZero();

        snapshot.snapshot("res_currency", "last", 1, values("name", "EUR"));
        told.take(snapshot.from(4));

        assertThat(told.events(OdooOrderLine.class))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.getVendorName()).isEqualTo("Acme Fasteners");
                            assertThat(line.getCurrency()).isEqualTo("EUR");
                        });
        assertThat(told.promised()).isPositive();
    }

    @Test
    void aLongTextThatDidNotChangeIsNotSentAndStays() {
        log.orderAsOdooWritesIt(28);
        Map<String, Object> moved = line(28, LATER);
        moved.put("name", "__debezium_unavailable_value");
        log.begin().update("purchase_order_line", 28, moved).commit();

        LogFollower told = LogFollower.of(log);

        assertThat(told.events(OdooOrderLine.class))
                .last()
                .satisfies(
                        line -> {
                            assertThat(line.getDescription()).isEqualTo("[M8-BOLT] M8 bolt");
                            assertThat(line.getPlannedAt())
                                    .isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
                        });
    }

    @Test
    void otherCompaniesAndTablesAreLeftOut() {
        Map<String, Object> order = order(30);
        order.put("company_id", 7);
        Map<String, Object> line = line(30, PLANNED);
        line.put("company_id", 7);
        log.begin()
                .insert("purchase_order", 30, order)
                .insert("purchase_order_line", 30, line)
                .insert("mail_message", 5, values("body", "x"))
                .commit();

        LogFollower told = LogFollower.of(log);

        assertThat(told.events()).isEmpty();
        assertThat(told.rejections()).isEmpty();
        assertThat(told.kept()).noneMatch(key -> key.contains("mail"));
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

        LogFollower told = LogFollower.of(broken);

        assertThat(told.rejections())
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
        assertThat(told.events()).isEmpty();
    }
}
