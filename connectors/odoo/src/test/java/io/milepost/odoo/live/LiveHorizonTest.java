package io.milepost.odoo.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.contract.TestServer;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Reading up to the horizon misses nothing while a long transaction is open beside short ones. */
@Tag("live")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
class LiveHorizonTest {

    private static final int SHORT_ONES = 12;

    private static TestServer odoo;
    private static ExecutorService threads;

    @BeforeAll
    static void open() throws Exception {
        odoo = new TestServer(new LiveAccess());
        threads = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    static void close() throws Exception {
        threads.shutdownNow();
        odoo.close();
    }

    @Test
    void aLongTransactionBesideShortOnesIsSeen() throws Exception {
        List<Long> ids = odoo.order(SHORT_ONES + 1);
        UpdateAction action = UpdateAction.find(odoo.bot);
        long slow = ids.get(SHORT_ONES + 1);
        Map<Long, Integer> seen = new HashMap<>();
        String from = awaitHorizonAfter(action, action.horizon().path("clock").asText());

        Future<?> writing =
                threads.submit(
                        () ->
                                odoo.code(
                                        ("env['purchase.order.line'].browse(%d).write({'name':"
                                                        + " 'slow'})\n"
                                                        + "env.cr.flush()\n"
                                                        + "env.cr.execute('select pg_sleep(5)')\n")
                                                .formatted(slow)));
        List<Integer> whileOpen = new ArrayList<>();
        String naive = from;
        for (int each = 1; each <= SHORT_ONES; each++) {
            odoo.write("purchase.order.line", ids.get(each), Map.of("name", "short " + each));
            String horizon = action.horizon().path("horizon").asText();
            if (horizon.compareTo(from) > 0) {
                read(from, horizon, seen);
                from = horizon;
            }
            naive = action.horizon().path("clock").asText();
            whileOpen.add(seen.size());
        }
        writing.get();
        String until = awaitHorizonAfter(action, action.horizon().path("clock").asText());
        read(from, until, seen);

        assertThat(seen.keySet()).containsAll(ids.subList(1, ids.size()));
        assertThat(seen.values()).as("each in one window only").containsOnly(1);
        assertThat(writeDate(slow))
                .as("a reader by write_date alone would have passed it at %s", naive)
                .isLessThan(naive);
        assertThat(whileOpen).isNotEmpty();
    }

    private static String awaitHorizonAfter(UpdateAction action, String clock) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String horizon = action.horizon().path("horizon").asText();
        while (horizon.compareTo(clock) <= 0 && System.nanoTime() < end) {
            horizon = action.horizon().path("horizon").asText();
        }
        assertThat(horizon).as("horizon").isGreaterThan(clock);
        return horizon;
    }

    private static String writeDate(long line) throws Exception {
        return odoo.text("purchase.order.line", line, "write_date");
    }

    private static void read(String from, String to, Map<Long, Integer> seen) throws Exception {
        for (long id :
                odoo.find(
                        "purchase.order.line",
                        new Object[] {"write_date", ">=", from},
                        new Object[] {"write_date", "<", to},
                        TestServer.is("product_id", odoo.product))) {
            seen.merge(id, 1, Integer::sum);
        }
    }
}
