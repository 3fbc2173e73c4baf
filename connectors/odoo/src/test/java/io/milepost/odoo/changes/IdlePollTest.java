package io.milepost.odoo.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading costs Odoo: the calls of a poll of all streams of a company. */
class IdlePollTest {

    private static final int ORDERS = 50;
    private static final int LINES_OF_EACH = 20;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private final List<Long> lines = new ArrayList<>();
    private EmbeddedOdoo odoo;
    private OdooClient client;

    @BeforeEach
    void start() throws Exception {
        odoo = EmbeddedOdoo.start(EmbeddedOdooOptions.version18().withClock(clock()));
        OdooSettings admin = OdooSettings.of(odoo.url(), odoo.database(), "admin", () -> "admin");
        client = HttpOdooClient.open(admin);
        new OdooSetup(client, new SetupOptions("admin", null, EnumSet.allOf(Feature.class))).run();
        long vendor = odoo.desk().buying().vendor("Acme");
        long product = odoo.desk().buying().product("M8-BOLT", "M8 bolt");
        Buying.Line[] bolts = new Buying.Line[LINES_OF_EACH];
        Arrays.fill(bolts, new Buying.Line(product, 10, 1.1, "2026-04-10 08:00:00"));
        for (int i = 0; i < ORDERS; i++) {
            long order = odoo.desk().buying().confirmedOrder(vendor, bolts);
            lines.addAll(odoo.desk().buying().lines(order));
        }
    }

    private Clock clock() {
        return ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        client.close();
        odoo.close();
    }

    /** All streams of a company, under one horizon a poll. */
    private final class Company {
        private final HorizonSource source;
        private final List<StreamReader> readers = new ArrayList<>();
        private Horizon horizon;

        Company(UnaryOperator<HorizonSource> way) throws Exception {
            source = way.apply(ActionHorizon.of(UpdateAction.find(client)));
            HorizonSource shared =
                    new HorizonSource() {
                        @Override
                        public Horizon now() {
                            return horizon;
                        }

                        @Override
                        public Newest newest() throws OdooException, InterruptedException {
                            return source.newest();
                        }
                    };
            ReaderSettings settings = new ReaderSettings(500, 20_000, Duration.ofDays(1));
            for (ChangeStream stream : ChangeStream.values()) {
                readers.add(
                        new StreamReader(
                                client,
                                shared,
                                settings,
                                StreamState.start(stream, new Origin("acme", 1))));
            }
            // All there is, and what is asked for once: which fields the server has.
            poll();
            odoo.desk().write("purchase.order.line", lines.get(0), Map.of("product_qty", 11.0));
            poll();
        }

        /** Reads what there is; the events. */
        int poll() throws OdooException, InterruptedException {
            now.set(now.get().plusSeconds(10));
            horizon = source.now();
            int events = 0;
            for (StreamReader reader : readers) {
                ChangeBatch batch;
                do {
                    batch = reader.step();
                    events += batch.events().size();
                } while (!batch.idle());
            }
            return events;
        }

        /** How many calls a poll takes. */
        long callsOfPoll() throws OdooException, InterruptedException {
            long before = odoo.counts().rpcs();
            poll();
            return odoo.counts().rpcs() - before;
        }
    }

    @Test
    void aPollTakesTwoCallsWhenNothingHappenedAndFewWhenMuchDid() throws Exception {
        Company company = new Company(source -> source);

        assertThat(company.callsOfPoll()).isEqualTo(2);

        for (long line : lines) {
            odoo.desk().buying().setDate(line, "2026-05-10 08:00:00");
        }
        long before = odoo.counts().rpcs();
        assertThat(company.poll()).isGreaterThanOrEqualTo(lines.size());
        assertThat(odoo.counts().rpcs() - before).as("the number in the docs").isEqualTo(25);
    }

    @Test
    void withoutTheNewestWritesEveryModelIsLookedAt() throws Exception {
        Company company = new Company(source -> source::now);

        // A real server takes one more: templates have a category there.
        assertThat(company.callsOfPoll()).isEqualTo(11);
    }
}
