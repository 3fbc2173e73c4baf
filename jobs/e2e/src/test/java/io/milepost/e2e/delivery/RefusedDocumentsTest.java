package io.milepost.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.OrderState;
import io.milepost.events.RejectReason;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.partners.message.Format;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What operations hear of documents that a supplier cannot use, or does not take. */
@ExtendWith(SharedStack.class)
@DisplayName("partner-delivery, refused")
class RefusedDocumentsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    @TempDir private Path folder;

    private final OwedOrders owed = new OwedOrders();

    @Test
    void onlyWhatIsRefusedIsAnAlert(EmbeddedStack stack) throws Exception {
        try (PartnerDouble acme = new PartnerDouble();
                DeliveryRun run = new DeliveryRun(stack, "delivery-refused", folder)) {
            run.feeder().send(OwedOrders.x12Profile("501", acme));
            run.startIntake();
            run.start(null);
            DeliveryOutputs outputs = run.outputs();
            for (int id = 1; id <= 2; id++) {
                int orders = id;
                run.feeder().send(owed.order(id, "501", OrderState.PURCHASE, 1));
                outputs.await("an order", DEADLINE, () -> acme.taken().size() == orders);
            }
            run.take("p501", Format.X12, CameIn.acknowledgement(71, 1, "R"));
            run.take("p501", Format.X12, CameIn.acknowledgement(72, 2, "A"));
            acme.refuses();
            run.feeder().send(owed.order(3, "501", OrderState.PURCHASE, 1));

            outputs.await(
                    "what became of the three",
                    DEADLINE,
                    () ->
                            outputs.said().contains("REJECTED P1 11")
                                    && outputs.said().contains("ACCEPTED P2 22")
                                    && outputs.deadLetters().size() == 1
                                    && outputs.refused().size() >= 2);
            assertThat(outputs.refused())
                    .hasSize(2)
                    .anyMatch(
                            alert ->
                                    alert.startsWith(
                                            "OPEN P1: its system cannot use what was sent"))
                    .anyMatch(alert -> alert.startsWith("OPEN P3: ") && alert.contains("422"));
            assertThat(outputs.deadLetters().get(0).getReason()).isEqualTo(RejectReason.REFUSED);
        }
    }
}
