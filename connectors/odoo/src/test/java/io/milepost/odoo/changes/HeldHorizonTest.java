package io.milepost.odoo.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooOrderLine;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A transaction that is held for longer than anybody waits, on a double with a clock of its own.
 */
class HeldHorizonTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private EmbeddedOdoo odoo;
    private OdooClient client;
    private ActionHorizon horizon;
    private StreamReader reader;
    private long vendor;
    private long product;

    @BeforeEach
    void start() throws Exception {
        odoo = EmbeddedOdoo.start(EmbeddedOdooOptions.version18().withClock(clock()));
        OdooSettings admin = OdooSettings.of(odoo.url(), odoo.database(), "admin", () -> "admin");
        try (OdooClient setup = HttpOdooClient.open(admin)) {
            new OdooSetup(setup, new SetupOptions("bot", null, EnumSet.allOf(Feature.class))).run();
        }
        odoo.account(odoo.desk().find("res.users", "login", "bot").get(0), "bot", "pw");
        client =
                HttpOdooClient.open(
                        OdooSettings.of(odoo.url(), odoo.database(), "bot", () -> "pw"));
        horizon = ActionHorizon.of(UpdateAction.find(client));
        reader =
                new StreamReader(
                        client,
                        horizon,
                        ReaderSettings.DEFAULT,
                        StreamState.start(ChangeStream.ORDERS, new Origin("acme", 1)));
        vendor = odoo.desk().buying().vendor("Acme");
        product = odoo.desk().buying().product("M8-BOLT", "M8 bolt");
    }

    @AfterEach
    void stop() {
        client.close();
        odoo.close();
    }

    /** Every look is later than the one before, as on a real machine. */
    private Clock clock() {
        return ((InstantSource) () -> now.updateAndGet(time -> time.plusNanos(1000)))
                .withZone(ZoneOffset.UTC);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** The lines that are told until there is nothing more to read. */
    private List<Long> told() throws Exception {
        List<Long> told = new ArrayList<>();
        ChangeBatch batch;
        do {
            batch = reader.step();
            batch.events().stream()
                    .map(ChangeEvent::event)
                    .filter(OdooOrderLine.class::isInstance)
                    .forEach(line -> told.add(((OdooOrderLine) line).getLineId()));
        } while (!batch.idle());
        return told;
    }

    private long line(Buying buying) {
        long order =
                buying.confirmedOrder(
                        vendor, new Buying.Line(product, 100, 1.1, "2030-12-10 08:00:00"));
        return buying.lines(order).get(0);
    }

    @Test
    void afterFiveMinutesItIsNotWaitedForButAlarmedAndItsChangesAreToldInTheEnd() throws Exception {
        try (HeldTransaction held = odoo.hold()) {
            long heldLine = line(held.desk().buying());
            pass(Duration.ofSeconds(1));
            long young = line(odoo.desk().buying());
            pass(Duration.ofMinutes(4));
            assertThat(told()).as("while the transaction is waited for").isEmpty();
            assertThat(horizon.isAlarmed()).isFalse();

            pass(Duration.ofMinutes(2));
            assertThat(told()).as("what is beside it").containsExactly(young);
            assertThat(horizon.isAlarmed()).isTrue();
            assertThat(reader.horizonLagMicros())
                    .isGreaterThan(Duration.ofMinutes(5).toNanos() / 1000);

            // The window is read again and again; what was told is not told twice.
            pass(Duration.ofSeconds(5));
            long younger = line(odoo.desk().buying());
            pass(Duration.ofSeconds(5));
            assertThat(told()).containsExactly(younger);

            held.commit();
            pass(Duration.ofSeconds(5));
            assertThat(told()).as("what was held").containsExactly(heldLine);
            assertThat(horizon.isAlarmed()).isFalse();
        }
    }
}
