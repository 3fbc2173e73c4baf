package io.milepost.odoo.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooReceipt;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Buying;
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
import org.junit.jupiter.api.Test;

/**
 * Odoo 19 forgets the microseconds of a condition. A window that ends within a second leaves out
 * what was written earlier in it, and the next one begins after that.
 */
class WholeSecondsTest {

    private Instant now = Instant.parse("2026-03-01T08:00:00.200Z");
    private long promised;

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private int receipts(StreamReader reader) throws Exception {
        int receipts = 0;
        ChangeBatch batch;
        do {
            batch = reader.step();
            for (ChangeEvent event : batch.events()) {
                receipts += event.event() instanceof OdooReceipt ? 1 : 0;
            }
            promised = batch.heartbeatMicros().orElse(promised);
        } while (!batch.idle());
        return receipts;
    }

    private List<Integer> receiptsOfTwoPolls(EmbeddedOdooOptions options) throws Exception {
        try (EmbeddedOdoo odoo = EmbeddedOdoo.start(options.withClock(clock));
                OdooClient client =
                        HttpOdooClient.open(
                                OdooSettings.of(
                                        odoo.url(),
                                        odoo.database(),
                                        "admin",
                                        () -> odoo.admin().key()))) {
            SetupOptions all = new SetupOptions("admin", null, EnumSet.allOf(Feature.class));
            new OdooSetup(client, all).run();
            Buying buying = odoo.desk().buying();
            long vendor = buying.vendor("Acme");
            long product = buying.product("M8-BOLT", "M8 bolt");
            StreamReader reader =
                    new StreamReader(
                            client,
                            ActionHorizon.of(UpdateAction.find(client)),
                            new ReaderSettings(500, 20_000, Duration.ofDays(1)),
                            StreamState.start(ChangeStream.RECEIPTS, new Origin("acme", 1)));
            now = Instant.parse("2026-03-01T08:00:10Z");
            receipts(reader);

            now = Instant.parse("2026-03-01T08:00:20.700Z");
            buying.confirmedOrder(vendor, new Buying.Line(product, 10, 1.1, "2026-04-10 08:00:00"));
            List<Integer> told = new ArrayList<>();
            // The horizon is a second behind: at 20.9, between the order and the next second.
            for (String at : List.of("2026-03-01T08:00:21.900Z", "2026-03-01T08:00:23Z")) {
                now = Instant.parse(at);
                told.add(receipts(reader));
            }
            return told;
        }
    }

    @Test
    void whatIsWrittenLateInASecondIsToldAfterIt() throws Exception {
        assertThat(receiptsOfTwoPolls(EmbeddedOdooOptions.version19())).containsExactly(0, 1);
    }

    @Test
    void upTo18ItIsToldAtOnce() throws Exception {
        assertThat(receiptsOfTwoPolls(EmbeddedOdooOptions.version18())).containsExactly(1, 0);
    }

    @Test
    void nothingIsPromisedOfASecondThatIsNotOver() throws Exception {
        receiptsOfTwoPolls(EmbeddedOdooOptions.version19());
        assertThat(OdooTimes.text(promised)).isEqualTo("2026-03-01 08:00:22.000000");

        Horizon horizon = new Horizon(20_900_000, 21_900_000, 1_000_000).inWholeSeconds();
        assertThat(horizon).isEqualTo(new Horizon(20_000_000, 21_000_000, 1_900_000));
    }
}
