package io.milepost.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.OrderState;
import io.milepost.local.stack.EmbeddedStack;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two jobs partner-delivery at once, over the real broker. */
@ExtendWith(SharedStack.class)
@DisplayName("partner-delivery, started twice")
class TwoDeliveriesTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    @TempDir private Path folder;

    private final OwedOrders owed = new OwedOrders();

    @Test
    void theNewerSendsAndTheOlderEndsForGood(EmbeddedStack stack) throws Exception {
        try (PartnerDouble brook = new PartnerDouble();
                DeliveryRun run = new DeliveryRun(stack, "delivery-newer", folder)) {
            startTwo(run, brook, run.ledger());
            run.feeder().send(owed.order(2, "502", OrderState.PURCHASE, 1));

            assertThat(run.endOfTheFirst())
                    .hasStackTraceContaining("expected no newer run")
                    .hasStackTraceContaining("which has taken over");
            // The older may have ended within a transaction, which the broker has to give up.
            run.outputs().await("the order", DEADLINE, () -> brook.taken().size() == 2);
            run.feeder().send(owed.order(3, "502", OrderState.PURCHASE, 1));
            run.outputs().await("one more", DEADLINE, () -> brook.taken().size() >= 3);
            PartnerDeliveryTest.assertOnce(brook, 0);
            assertThat(run.anotherRuns()).isTrue();
        }
    }

    @Test
    void bothWouldSendIfTheyDidNotClaimTheSame(EmbeddedStack stack) throws Exception {
        try (PartnerDouble brook = new PartnerDouble();
                DeliveryRun run = new DeliveryRun(stack, "delivery-both", folder)) {
            startTwo(run, brook, "something-else");
            run.feeder().send(owed.order(2, "502", OrderState.PURCHASE, 1));
            run.outputs().await("the order twice", DEADLINE, () -> brook.taken().size() == 3);

            assertThatThrownBy(() -> PartnerDeliveryTest.assertOnce(brook, 0))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("documents that came twice");
        }
    }

    /** The second finds what the first has sent. */
    private void startTwo(DeliveryRun run, PartnerDouble brook, String claimed) throws Exception {
        run.feeder().send(OwedOrders.profile("502", "generic-dcsa", "url: " + brook.url()));
        run.feeder().send(owed.order(1, "502", OrderState.PURCHASE, 1));
        run.start(null);
        DeliveryOutputs outputs = run.outputs();
        outputs.await("the order", DEADLINE, () -> outputs.documentsDone() == 1);
        run.startAnother(claimed);
        // Both make it and both get it from each.
        outputs.await("it again", DEADLINE, () -> outputs.documentsDone() == 4);
        assertThat(brook.taken()).hasSize(1);
    }
}
