package io.milepost.pipelines.milestones.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry.Kind;
import io.milepost.schemas.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each policy record counts once, though every subtask reads it, and on the shelf as well. */
class PolicyBooksTest {

    private final InboundRecord first = Bench.record(Catalogue.POLICIES, Events.receiptPolicy());
    private final InboundRecord again = Bench.record(Catalogue.POLICIES, Events.receiptPolicy());

    @Test
    void aVersionThatIsOnTheShelfIsEffectiveWhenItComesOnTheStream() throws Exception {
        try (LineHarness line = LineHarness.withPolicies(() -> List.of(first, again))) {
            assertThat(line.booked(Catalogue.POLICIES)).as("counted on the shelf").isEmpty();

            line.policy(first).policy(again);
            assertThat(line.booked(Catalogue.POLICIES))
                    .containsExactly(Kind.IN, Kind.EFFECTIVE, Kind.IN, Kind.DUPLICATE);
        }
    }

    @Test
    void aVersionThatIsPublishedLaterIsEffectiveOnce() throws Exception {
        try (LineHarness line = LineHarness.withPolicies(List::of)) {
            line.policy(first).policy(again);

            assertThat(line.booked(Catalogue.POLICIES))
                    .containsExactly(Kind.IN, Kind.EFFECTIVE, Kind.IN, Kind.DUPLICATE);
        }
    }

    @Test
    void somethingElseOfAPublishedVersionHasNoEffect() throws Exception {
        SlaPolicy changed = Events.receiptPolicy();
        changed.setSeverity(changed.getSeverity() == Severity.LOW ? Severity.HIGH : Severity.LOW);
        try (LineHarness line = LineHarness.withPolicies(List::of)) {
            line.policy(first).policy(Bench.record(Catalogue.POLICIES, changed));

            assertThat(line.booked(Catalogue.POLICIES))
                    .containsExactly(Kind.IN, Kind.EFFECTIVE, Kind.IN, Kind.WITHOUT_EFFECT);
        }
    }

    @Test
    void aRejectedPolicyCameInToo() throws Exception {
        InboundRecord noise = Bench.raw(Catalogue.POLICIES, "receipt/1", new byte[] {7});
        try (LineHarness line = LineHarness.withPolicies(() -> List.of(noise))) {
            assertThat(line.policy(noise).out(DeadLetter.class)).hasSize(1);

            assertThat(line.booked(Catalogue.POLICIES))
                    .containsExactly(Kind.IN, Kind.DEAD_LETTERED);
        }
    }

    @Test
    void oneSubtaskAnswersForAll() throws Exception {
        InboundRecord noise = Bench.raw(Catalogue.POLICIES, "receipt/1", new byte[] {7});
        try (LineHarness line = LineHarness.second(List::of)) {
            assertThat(line.policy(first).policy(noise).outCount()).isZero();

            assertThat(line.booked(Catalogue.POLICIES)).isEmpty();
        }
    }
}
