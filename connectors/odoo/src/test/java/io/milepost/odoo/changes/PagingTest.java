package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.FakeOdoo.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.OdooOrderLine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Windows that are larger than a page, restarts within them, deletions, and bounds. */
class PagingTest {

    private static Shop shop(int page, int remembered) {
        FakeOdoo odoo = new FakeOdoo(18);
        ReaderSettings settings = new ReaderSettings(page, remembered, Duration.ofMinutes(15));
        return new Shop(odoo, odoo::horizon, settings, ChangeStream.ORDERS);
    }

    private static List<Long> lines(List<SpecificRecord> events) {
        return events.stream()
                .filter(OdooOrderLine.class::isInstance)
                .map(event -> ((OdooOrderLine) event).getLineId())
                .toList();
    }

    private static void orders(Shop shop, int count) {
        FakeOdoo.Transaction all = shop.odoo.begin();
        for (long order = 1; order <= count; order++) {
            Shop.put(all, order);
        }
        all.commit();
    }

    @Test
    void aWindowLargerThanAPageIsReadToItsEnd() throws Exception {
        Shop shop = shop(7, 1000);
        orders(shop, 50);
        assertThat(lines(shop.poll())).hasSize(50).doesNotHaveDuplicates();

        FakeOdoo.Transaction all = shop.odoo.begin();
        for (long line = 1; line <= 50; line++) {
            all.put("purchase.order.line", line, values("product_qty", 7.0));
        }
        shop.odoo.pass(1);
        all.commit();

        assertThat(lines(shop.poll())).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aRestartWithinAWindowLosesNothingAndTellsNothingTwice() throws Exception {
        Shop shop = shop(7, 1000);
        orders(shop, 50);
        shop.odoo.pass(1);
        List<Long> told = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            told.addAll(lines(shop.step()));
            shop.restart();
        }

        assertThat(told).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void rowsThatAreWrittenWhileTheirWindowIsReadAreToldAgainAndNoneIsLost() throws Exception {
        Shop shop = shop(7, 1000);
        orders(shop, 50);
        shop.odoo.pass(1);
        List<OdooOrderLine> told = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            // The next order each time, often one that is not read yet.
            shop.date(1 + step * 3 % 50, "2026-05-01 08:00:0" + step % 10);
            shop.step().stream()
                    .filter(OdooOrderLine.class::isInstance)
                    .forEach(event -> told.add((OdooOrderLine) event));
        }
        shop.poll(OdooOrderLine.class).forEach(told::add);
        shop.poll(OdooOrderLine.class).forEach(told::add);

        List<Long> versions = new ArrayList<>();
        for (long line = 1; line <= 50; line++) {
            long id = line;
            List<OdooOrderLine> ofLine =
                    told.stream().filter(each -> each.getLineId() == id).toList();
            versions.clear();
            ofLine.forEach(each -> versions.add(each.getVersion()));
            assertThat(versions).isSorted().doesNotHaveDuplicates().isNotEmpty();
        }
        shop.restart();
        assertThat(shop.poll()).isEmpty();
    }

    @Test
    void aDeletedLineIsToldAsCancelledWithWhatItWas() throws Exception {
        Shop shop = shop(500, 1000);
        shop.order(42);
        shop.order(43);
        shop.poll();
        shop.odoo.remove("purchase.order.line", 42);
        assertThat(shop.poll()).isEmpty();

        shop.restart();
        shop.wait(Duration.ofMinutes(15));
        shop.poll();
        List<OdooOrderLine> gone = shop.poll(OdooOrderLine.class);

        assertThat(gone).hasSize(1);
        assertThat(gone.get(0).getLineId()).isEqualTo(42);
        assertThat(gone.get(0).getCancelled()).isTrue();
        assertThat(gone.get(0).getOrderName()).isEqualTo("P42");
        assertThat(gone.get(0).getUnit()).isEqualTo("C62");
        shop.wait(Duration.ofMinutes(15));
        shop.poll();
        assertThat(shop.poll()).isEmpty();
    }

    @Test
    void aLineThatLeavesItsOrderIsSeenWithTheOrdersChange() throws Exception {
        Shop shop = shop(500, 1000);
        shop.order(42);
        shop.odoo.put("purchase.order.line", 43, Shop.line(42));
        shop.poll();

        shop.odoo.remove("purchase.order.line", 43);
        shop.odoo.put("purchase.order", 42, values("amount_total", 1));

        assertThat(shop.poll(OdooOrderLine.class))
                .extracting(OdooOrderLine::getLineId, OdooOrderLine::getCancelled)
                .containsExactly(tuple(43L, true));
    }

    @Test
    void whenMostLinesVanishItIsTheRightsThatAreMissing() throws Exception {
        Shop shop = shop(500, 1000);
        orders(shop, 120);
        shop.poll();
        for (long line = 1; line <= 100; line++) {
            shop.odoo.remove("purchase.order.line", line);
        }
        shop.wait(Duration.ofMinutes(15));
        shop.poll();

        assertThat(shop.poll()).isEmpty();
    }

    @Test
    void whatIsRememberedIsBounded() throws Exception {
        Shop shop = shop(500, 10);
        orders(shop, 50);
        shop.poll();

        assertThat(shop.reader().state().seen()).hasSize(10);
        assertThat(shop.reader().state().lines()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void aStateHasBytesWithAVersion() throws Exception {
        Shop shop = shop(7, 1000);
        orders(shop, 20);
        shop.odoo.pass(1);
        shop.step();
        StreamState state = shop.reader().state();

        byte[] bytes = StreamStateCodec.write(state);

        assertThat(bytes[0]).isEqualTo((byte) 1);
        assertThat(StreamStateCodec.read(bytes)).isEqualTo(state);
        bytes[0] = 9;
        assertThatThrownBy(() -> StreamStateCodec.read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessage("state of an Odoo stream: expected version 1 but found 9");
    }

    @Test
    void eightThousandRecordsFitInAMegabyte() throws Exception {
        Shop shop = shop(5000, 20_000);
        orders(shop, 4_000);
        shop.poll();

        assertThat(StreamStateCodec.write(shop.reader().state())).hasSizeLessThan(1_000_000);
    }
}
