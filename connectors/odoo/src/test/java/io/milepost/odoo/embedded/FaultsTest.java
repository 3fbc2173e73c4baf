package io.milepost.odoo.embedded;

import static io.milepost.odoo.embedded.Shop.DECEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.embedded.fault.Gate;
import io.milepost.odoo.embedded.fault.Moment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault, as a client meets it, and what is in the database after it. */
class FaultsTest {
    private static final String JANUARY = "2027-01-10 08:00:00";
    private Shop shop;
    private OdooClient client;

    @BeforeEach
    void open() throws Exception {
        shop = new Shop(EmbeddedOdooOptions.version18());
        client = shop.client();
    }

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    private OdooException refused() {
        return catchThrowableOfType(OdooException.class, () -> client.call(shop.moveDate(JANUARY)));
    }

    @Test
    void theNthCallIsRefusedAndNoOther() throws Exception {
        shop.odoo.faults().on("purchase.order.line", "write").fromCall(2).refuse("not today");
        client.call(shop.moveDate("2027-01-01 08:00:00"));
        assertThat(refused()).hasMessageContaining("not today");
        assertThat(shop.date()).isEqualTo("2027-01-01 08:00:00");
        client.call(shop.moveDate(JANUARY));
        assertThat(shop.date()).isEqualTo(JANUARY);
    }

    @Test
    void aConnectionThatEndsBeforeTheCommitLeavesNothing() {
        shop.odoo.faults().on("purchase.order.line", "write").dropBeforeCommit();
        assertThat(refused().failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
        assertThat(shop.date()).isEqualTo(DECEMBER);
    }

    @Test
    void aConnectionThatEndsAfterTheCommitLeavesTheEffect() {
        shop.odoo.faults().on("purchase.order.line", "write").dropAfterCommit();
        assertThat(refused().failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
        assertThat(shop.date()).isEqualTo(JANUARY);
    }

    @Test
    void aCallThatAlwaysLosesGivesUpAfterFiveTries() {
        shop.odoo.faults().on("purchase.order.line", "write").serializationFailure();
        OdooException lost = refused();
        assertThat(lost.failure()).isEqualTo(Failure.RETRYABLE);
        assertThat(lost.error()).contains("psycopg2.errors.SerializationFailure");
        assertThat(shop.date()).isEqualTo(DECEMBER);
    }

    @Test
    void aStatusOfTheWireComesWithTheTimeToWait() {
        shop.odoo.faults().on("purchase.order.line", "write").http(503, Duration.ofSeconds(7));
        assertThat(refused().retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aLateCommitHappensAfterTheCallerGaveUp() throws Exception {
        Gate gate =
                shop.odoo.faults().on("purchase.order.line", "write").hold(Moment.BEFORE_COMMIT);
        try (OdooClient impatient = shop.client(Duration.ofMillis(300))) {
            OdooException late =
                    catchThrowableOfType(
                            OdooException.class, () -> impatient.call(shop.moveDate(JANUARY)));
            assertThat(late.failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
        }
        gate.awaitReached();
        assertThat(shop.date()).isEqualTo(DECEMBER);
        gate.open();
        client.call(shop.moveDate("2027-02-02 08:00:00"));
        assertThat(shop.date()).isEqualTo("2027-02-02 08:00:00");
        assertThat(shop.odoo.counts().rpcsByName()).containsEntry("purchase.order.line.write", 2L);
    }

    @Test
    void aCallThatHadNotBegunWhenTheServerWentDownNeverHappens() throws Exception {
        Gate gate = shop.odoo.faults().on("purchase.order.line", "write").hold(Moment.BEFORE);
        CompletableFuture<OdooException> lost = CompletableFuture.supplyAsync(this::refused);
        gate.awaitReached();
        shop.odoo.goDown();
        shop.odoo.comeUp();
        gate.open();
        assertThat(lost.get(10, TimeUnit.SECONDS).failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
        client.call(shop.moveDate("2027-02-02 08:00:00"));
        assertThat(shop.date()).isEqualTo("2027-02-02 08:00:00");
    }

    @Test
    void aServerThatGoesDownLosesWhatWasNotCommittedAndComesUpOnTheSamePort() throws Exception {
        Gate gate =
                shop.odoo.faults().on("purchase.order.line", "write").hold(Moment.BEFORE_COMMIT);
        CompletableFuture<OdooException> lost = CompletableFuture.supplyAsync(this::refused);
        gate.awaitReached();
        String url = shop.odoo.url();
        shop.odoo.goDown();
        gate.open();
        assertThat(lost.get(10, TimeUnit.SECONDS).failure()).isEqualTo(Failure.OUTCOME_UNKNOWN);
        assertThat(refused().failure()).isEqualTo(Failure.RETRYABLE);
        shop.odoo.comeUp();
        assertThat(shop.odoo.url()).isEqualTo(url);
        assertThat(shop.date()).isEqualTo(DECEMBER);
        client.call(shop.moveDate(JANUARY));
        assertThat(shop.date()).isEqualTo(JANUARY);
    }
}
