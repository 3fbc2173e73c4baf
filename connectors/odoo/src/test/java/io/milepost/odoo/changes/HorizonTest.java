package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.FakeOdoo.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.OdooOrderLine;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long transactions beside short ones: nothing is missed, and nothing is told twice. */
class HorizonTest {

    private static Shop shop(Function<FakeOdoo, HorizonSource> horizons) {
        return shop(18, horizons);
    }

    private static Shop shop(int series, Function<FakeOdoo, HorizonSource> horizons) {
        FakeOdoo odoo = new FakeOdoo(series);
        return new Shop(odoo, horizons.apply(odoo), ReaderSettings.DEFAULT, ChangeStream.ORDERS);
    }

    /** A long transaction makes an order while a short one that began later is done before it. */
    private static List<Long> toldAroundALongTransaction(Shop shop) throws Exception {
        List<Long> told = new ArrayList<>();
        FakeOdoo.Transaction longOne = shop.odoo.begin();
        Shop.put(longOne, 1);
        shop.odoo.pass(1_500_000);
        shop.order(2);
        shop.odoo.pass(1_500_000);
        shop.poll(OdooOrderLine.class).forEach(line -> told.add(line.getLineId()));
        shop.odoo.pass(1_000_000);
        longOne.commit();
        for (int i = 0; i < 3; i++) {
            shop.odoo.pass(1_000_000);
            shop.poll(OdooOrderLine.class).forEach(line -> told.add(line.getLineId()));
        }
        return told;
    }

    @Test
    void aTransactionThatWasOpenBesideAShortOneIsNotMissed() throws Exception {
        List<Long> told = toldAroundALongTransaction(shop(odoo -> odoo::horizon));

        assertThat(told).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void readingByTimeAloneMissesIt() throws Exception {
        List<Long> told = toldAroundALongTransaction(shop(odoo -> odoo::naive));

        assertThat(told).containsExactly(2L);
    }

    @Test
    void whatIsReadEarlyIsToldOnceAndTheLateTransactionToo() throws Exception {
        List<Long> told = toldAroundALongTransaction(shop(odoo -> odoo::impatient));

        assertThat(told).containsExactly(2L, 1L);
    }

    /** An order is committed between two calls: of the newest writes, and of the horizon. */
    private static List<Long> toldWhenTheNewestWritesAreAskedFor(boolean first) throws Exception {
        FakeOdoo odoo = new FakeOdoo(18);
        List<Runnable> between = new ArrayList<>();
        HorizonSource horizons =
                new HorizonSource() {
                    private Newest early;

                    @Override
                    public Horizon now() {
                        early = odoo.newestWrites();
                        between.forEach(Runnable::run);
                        between.clear();
                        return odoo.horizon();
                    }

                    @Override
                    public Newest newest() {
                        return first ? early : odoo.newestWrites();
                    }
                };
        Shop shop = new Shop(odoo, horizons, ReaderSettings.DEFAULT, ChangeStream.ORDERS);
        shop.order(1);
        odoo.pass(1_000_000);
        shop.poll();
        FakeOdoo.Transaction order = odoo.begin();
        Shop.put(order, 2);
        odoo.pass(1_000_000);
        between.add(order::commit);
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shop.poll(OdooOrderLine.class).forEach(line -> told.add(line.getLineId()));
            odoo.pass(1_000_000);
        }
        return told;
    }

    @Test
    void theNewestWritesAreAskedForAfterTheHorizonOrChangesAreMissed() throws Exception {
        assertThat(toldWhenTheNewestWritesAreAskedFor(false)).containsExactly(2L);
        assertThat(toldWhenTheNewestWritesAreAskedFor(true)).isEmpty();
    }

    @Test
    void whereNothingWasWrittenNothingIsRead() throws Exception {
        Shop shop = shop(FakeOdoo::frugal);
        shop.order(1);
        shop.odoo.pass(1_000_000);
        shop.poll();
        shop.odoo.pass(1_000_000);
        int calls = shop.odoo.calls().size();
        long promised = shop.heartbeat().orElseThrow();

        assertThat(shop.poll()).isEmpty();

        assertThat(shop.odoo.calls()).hasSize(calls);
        assertThat(shop.heartbeat().orElseThrow()).isGreaterThan(promised);
    }

    @Test
    void anActionOfAnEarlierReleaseHasEveryModelLookedAt() throws Exception {
        ActionHorizon source =
                new ActionHorizon(
                        new ActionHorizon.Ask() {
                            @Override
                            public JsonNode horizon() {
                                return OdooJson.object();
                            }

                            @Override
                            public JsonNode newest(List<String> models) throws OdooException {
                                throw new OdooException(
                                        Failure.REFUSED,
                                        "odoo.exceptions.UserError",
                                        "Milepost: unknown operation newest",
                                        null,
                                        null);
                            }
                        });

        assertThat(source.newest()).isEqualTo(Newest.UNKNOWN);
        assertThat(source.newest().nothingSince("purchase.order", 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyMixOfTransactionsIsToldInTheEnd(long seed) throws Exception {
        assertMixIsTold(18, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void soItIsByAServerThatComparesBySeconds(long seed) throws Exception {
        assertMixIsTold(19, seed);
    }

    private static void assertMixIsTold(int series, long seed) throws Exception {
        Random random = new Random(seed);
        List<Function<FakeOdoo, HorizonSource>> ways =
                List.of(odoo -> odoo::horizon, odoo -> odoo::impatient, FakeOdoo::frugal);
        Shop shop = shop(series, ways.get(random.nextInt(ways.size())));
        List<FakeOdoo.Transaction> open = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        for (long order = 1; order <= 200; order++) {
            shop.odoo.pass(random.nextInt(700_000));
            FakeOdoo.Transaction transaction = shop.odoo.begin();
            Shop.put(transaction, order);
            open.add(transaction);
            while (!open.isEmpty() && random.nextInt(3) > 0) {
                open.remove(random.nextInt(open.size())).commit();
            }
            if (random.nextInt(4) == 0) {
                shop.poll(OdooOrderLine.class)
                        .forEach(line -> assertThat(told.add(line.getLineId())).isTrue());
            }
            if (random.nextInt(20) == 0) {
                shop.restart();
            }
        }
        open.forEach(FakeOdoo.Transaction::commit);
        shop.odoo.pass(1_000_000);
        shop.poll(OdooOrderLine.class)
                .forEach(line -> assertThat(told.add(line.getLineId())).isTrue());

        assertThat(told).as("seed %d", seed).hasSize(200);
    }

    @Test
    void whileTheHorizonStandsNothingIsPromised() throws Exception {
        Shop shop = shop(odoo -> odoo::horizon);
        FakeOdoo.Transaction open = shop.odoo.begin();
        shop.odoo.pass(1);
        shop.poll();
        long promised = shop.heartbeat().orElseThrow();

        shop.order(1);
        assertThat(shop.poll()).isEmpty();
        assertThat(shop.heartbeat()).hasValue(promised);

        open.put("res.partner", 1, values("name", "x")).commit();
        assertThat(shop.poll()).isNotEmpty();
        assertThat(shop.heartbeat().orElseThrow()).isGreaterThan(promised);
    }

    @Test
    void theActionSaysHowFarToReadUntilItIsTooFarBehind() throws Exception {
        String[] horizon = {"2026-03-01 07:59:59.000001"};
        ActionHorizon source =
                new ActionHorizon(
                        () ->
                                OdooJson.object()
                                        .put("horizon", horizon[0])
                                        .put("clock", "2026-03-01 08:00:00.500000"));

        Horizon near = source.now();
        horizon[0] = "2026-03-01 07:55:00";
        Horizon far = source.now();

        assertThat(near.readToMicros()).isEqualTo(near.completeMicros());
        assertThat(near.lagMicros()).isEqualTo(1_499_999);
        assertThat(OdooTimes.text(far.completeMicros())).isEqualTo("2026-03-01 07:55:00.000000");
        assertThat(OdooTimes.text(far.readToMicros())).isEqualTo("2026-03-01 08:00:00.500000");
    }

    @Test
    void withoutTheActionWhatIsYoungIsReadAgain() {
        Instant now = Instant.parse("2026-03-01T08:00:00Z");
        Horizon horizon =
                new OverlapHorizon(Clock.fixed(now, ZoneOffset.UTC), Duration.ofMinutes(5)).now();

        assertThat(OdooTimes.instant(horizon.readToMicros())).isEqualTo(now);
        assertThat(OdooTimes.instant(horizon.completeMicros()))
                .isEqualTo(Instant.parse("2026-03-01T07:55:00Z"));
    }
}
