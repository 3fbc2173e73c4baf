package io.milepost.e2e.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job supplier-items over the real broker: doubled, shuffled, poisoned and interrupted. */
@ExtendWith(SharedStack.class)
@DisplayName("supplier-items")
class SupplierItemsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final long SEED = Long.getLong("milepost.seed", 42L);
    private static final int ITEMS = 40;

    @Test
    void bringsWhatHoldsIntoOdooOnceThroughAFailure(EmbeddedStack stack) throws Exception {
        ItemFeed feed = new ItemFeed(ITEMS, SEED);
        List<TimedEvent> events = feed.events();
        try (ItemsRun run = new ItemsRun(stack, "items", "--checkpoint-interval=500 ms")) {
            ItemOutputs outputs = run.outputs();
            send(run, events.subList(0, events.size() / 2));
            poison(run);
            run.feeder().heartbeats(ItemFeed.START);
            outputs.await("commands before the failure", DEADLINE, () -> outputs.commands() > 0);
            stack.cluster().replaceTaskManagers();

            send(run, events.subList(events.size() / 2, events.size()));
            run.feeder().heartbeats(ItemFeed.day(8));
            outputs.await(
                    "the books to balance, seed " + SEED,
                    DEADLINE,
                    () -> outputs.balancedIn() == events.size() + 1L);
            assertThat(outputs.prices())
                    .as("prices before the 20th, seed %s", SEED)
                    .isNotEqualTo(feed.prices());

            run.feeder().heartbeats(ItemFeed.day(25));
            outputs.await(
                    "prices of the 20th, seed " + SEED,
                    DEADLINE,
                    () -> outputs.prices().equals(feed.prices()));
            assertEnd(outputs, feed);
        }
    }

    @Test
    void wouldSayThingsTwiceIfTheGuaranteeWereOnlyAtLeastOnce(EmbeddedStack stack)
            throws Exception {
        ItemFeed feed = new ItemFeed(ITEMS, SEED);
        // No checkpoint before the failure: everything is written again.
        try (ItemsRun run =
                new ItemsRun(
                        stack,
                        "items-twice",
                        "--checkpoint-interval=4 min",
                        "--guarantee=at-least-once")) {
            send(run, feed.events());
            poison(run);
            run.feeder().heartbeats(ItemFeed.day(25));
            ItemOutputs outputs = run.outputs();
            outputs.await(
                    "prices of the 20th, seed " + SEED,
                    DEADLINE,
                    () -> outputs.prices().equals(feed.prices()));
            stack.cluster().replaceTaskManagers();
            outputs.await("something twice", DEADLINE, () -> outputs.repeats() > 0);

            assertThatThrownBy(() -> assertEnd(outputs, feed)).isInstanceOf(AssertionError.class);
        }
    }

    private static void assertEnd(ItemOutputs outputs, ItemFeed feed) {
        assertThat(outputs.repeats()).as("said twice, seed %s", SEED).isZero();
        assertThat(outputs.prices()).as("prices, seed %s", SEED).isEqualTo(feed.prices());
        assertThat(outputs.leadTimes()).as("lead times, seed %s", SEED).isEqualTo(feed.leadTimes());
        assertThat(outputs.openAlerts())
                .as("open alerts, seed %s", SEED)
                .isNotEmpty()
                .isEqualTo(feed.alerts());
        assertThat(outputs.deadLetters())
                .as("dead letters")
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.NOT_FRAMED);
        assertThat(outputs.heartbeats()).as("promises in topics of two jobs").isZero();
    }

    private static void send(ItemsRun run, List<TimedEvent> events) throws IOException {
        for (TimedEvent event : events) {
            run.feeder().send(event);
        }
    }

    private static void poison(ItemsRun run) {
        run.feeder()
                .send(
                        new ProducerRecord<>(
                                run.kafka().topic(Catalogue.SUPPLIER_ITEMS),
                                "key".getBytes(StandardCharsets.UTF_8),
                                new byte[] {7, 7, 7}));
    }
}
