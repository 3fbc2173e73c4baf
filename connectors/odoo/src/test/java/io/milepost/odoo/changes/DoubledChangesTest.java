package io.milepost.odoo.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.BillState;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.PaymentState;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.Account;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers over both wires on a double of Odoo, where people work. */
class DoubledChangesTest {

    private EmbeddedOdoo odoo;
    private OdooClient client;
    private final Map<ChangeStream, StreamReader> readers = new EnumMap<>(ChangeStream.class);
    private long vendor;
    private long product;

    private void start(int series) throws Exception {
        odoo =
                EmbeddedOdoo.start(
                        series == 18
                                ? EmbeddedOdooOptions.version18()
                                : EmbeddedOdooOptions.version19());
        try (OdooClient admin = HttpOdooClient.open(settings(odoo.admin()))) {
            SetupOptions options =
                    new SetupOptions("bot", "bot@example.com", EnumSet.allOf(Feature.class));
            new OdooSetup(admin, options).run();
        }
        long uid = odoo.desk().find("res.users", "login", "bot").get(0);
        client = HttpOdooClient.open(settings(odoo.account(uid, "bot", "pw")));
        UpdateAction action = UpdateAction.find(client);
        for (ChangeStream stream : ChangeStream.values()) {
            readers.put(
                    stream,
                    new StreamReader(
                            client,
                            ActionHorizon.of(action),
                            new ReaderSettings(500, 1000, Duration.ZERO),
                            StreamState.start(stream, new Origin("acme", 1))));
        }
        vendor = odoo.desk().buying().vendor("Acme");
        product = odoo.desk().buying().product("M8-BOLT", "M8 bolt");
    }

    private OdooSettings settings(Account account) {
        return OdooSettings.of(
                odoo.url(),
                odoo.database(),
                account.login(),
                odoo.series() < 19 ? account::password : account::key);
    }

    @AfterEach
    void stop() {
        client.close();
        odoo.close();
    }

    private Buying.Line bolts(double quantity) {
        return new Buying.Line(product, quantity, 1.1, "2030-12-10 08:00:00");
    }

    /** All events of a kind, until one of them fits or the time is up. */
    private <T> List<T> until(ChangeStream stream, Class<T> type, Predicate<T> fits)
            throws Exception {
        List<T> events = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (events.stream().noneMatch(fits)) {
            assertThat(System.nanoTime()).as("found only %s", events).isLessThan(end);
            ChangeBatch batch = readers.get(stream).step();
            assertThat(batch.unmapped()).isEmpty();
            batch.events().stream()
                    .map(ChangeEvent::event)
                    .filter(type::isInstance)
                    .forEach(event -> events.add(type.cast(event)));
            if (batch.idle()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        return events;
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void anOrderIsFollowedFromItsConfirmationToItsPayment(int series) throws Exception {
        start(series);
        long order = odoo.desk().buying().confirmedOrder(vendor, bolts(100));
        long line = odoo.desk().buying().lines(order).get(0);

        List<OdooOrderLine> lines =
                until(ChangeStream.ORDERS, OdooOrderLine.class, each -> each.getLineId() == line);
        OdooOrderLine first = lines.get(lines.size() - 1);
        assertThat(first.getOrderState()).isEqualTo(OrderState.PURCHASE);
        assertThat(first.getOwnItem()).isEqualTo("M8-BOLT");
        assertThat(first.getVendorName()).isEqualTo("Acme");
        assertThat(first.getUnit()).isEqualTo("C62");
        assertThat(first.getUnitPrice()).isEqualByComparingTo("1.1");
        assertThat(first.getCurrency()).isEqualTo("USD");
        assertThat(first.getPlannedAt()).isEqualTo(Instant.parse("2030-12-10T08:00:00Z"));

        odoo.desk().receipts().receive(line, 40);
        List<OdooReceipt> receipts =
                until(
                        ChangeStream.RECEIPTS,
                        OdooReceipt.class,
                        each -> each.getState() == MoveState.DONE);
        assertThat(receipts)
                .extracting(OdooReceipt::getState, each -> each.getQuantity().intValue())
                .contains(tuple(MoveState.DONE, 40), tuple(MoveState.PLANNED, 60));

        long bill = odoo.desk().receipts().bill(order, "RE-1", "2026-03-23");
        until(ChangeStream.BILLS, OdooBill.class, each -> each.getState() == BillState.POSTED);
        odoo.desk().receipts().pay(bill);
        List<OdooBill> paid =
                until(
                        ChangeStream.BILLS,
                        OdooBill.class,
                        each -> each.getPaymentState() == PaymentState.PAID);
        assertThat(paid.get(0).getVendorReference()).isEqualTo("RE-1");
        assertThat(paid.get(0).getQuantity()).isEqualByComparingTo("40");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void aTransactionThatWasOpenBesideShorterOnesIsNotMissed(int series) throws Exception {
        start(series);
        long order = odoo.desk().buying().confirmedOrder(vendor, bolts(100), bolts(50));
        List<Long> both = odoo.desk().buying().lines(order);
        until(ChangeStream.ORDERS, OdooOrderLine.class, each -> each.getLineId() == both.get(1));

        Instant late = Instant.parse("2031-01-01T08:00:00Z");
        try (HeldTransaction held = odoo.hold()) {
            held.desk().buying().setDate(both.get(0), "2031-01-01 08:00:00");
            long other = odoo.desk().buying().confirmedOrder(vendor, bolts(7));
            assertThat(readers.get(ChangeStream.ORDERS).step().events()).isEmpty();
            held.commit();
            List<OdooOrderLine> told =
                    until(
                            ChangeStream.ORDERS,
                            OdooOrderLine.class,
                            each ->
                                    each.getLineId() == both.get(0)
                                            && each.getPlannedAt().equals(late));
            if (told.stream().noneMatch(each -> each.getOrderId() == other)) {
                // The younger one may be in a later window.
                until(ChangeStream.ORDERS, OdooOrderLine.class, each -> each.getOrderId() == other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void deletionsAreSeen(int series) throws Exception {
        start(series);
        long order = odoo.desk().buying().order(vendor, bolts(100), bolts(50));
        long line = odoo.desk().buying().lines(order).get(1);
        until(ChangeStream.ORDERS, OdooOrderLine.class, each -> each.getLineId() == line);

        odoo.desk().buying().deleteLine(line);

        List<OdooOrderLine> told =
                until(ChangeStream.ORDERS, OdooOrderLine.class, OdooOrderLine::getCancelled);
        assertThat(told).extracting(OdooOrderLine::getLineId).contains(line);
    }
}
