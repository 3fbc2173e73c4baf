package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.e2e.stack.Story;
import io.milepost.events.DeadLetter;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.RejectReason;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.Micros;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.PolicyPublisher;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.AlertView;
import io.milepost.local.views.Conservation;
import io.milepost.schemas.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules that are new, repeated, changed and unusable, through two subtasks and a restart. */
@ExtendWith(SharedStack.class)
@DisplayName("The books of the rules")
class PolicyBooksTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private static final Instant ORDERED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-07T00:00:00Z");

    @Test
    void everyRecordCountsOnceAcrossARestart(EmbeddedStack stack) throws Exception {
        RunOptions options =
                RunOptions.defaults().withTopicPrefix("policy-books.").withParallelism(2);
        SlaPolicy changed = Rules.receipt();
        changed.setSeverity(Severity.LOW);
        try (EmbeddedRun run =
                        EmbeddedRun.on(stack, options, List.of(Rules.receipt(), Rules.receipt()));
                Feeder feeder = new Feeder(run)) {
            publish(run, changed, Rules.nowhere());
            feeder.send(Story.ordered(ORDERED, PROMISED));
            feeder.heartbeats(ORDERED);
            run.views().awaitClock(Micros.of(ORDERED), DEADLINE);
            Expectation.assertConserved(run.views(), 1, 4);

            String savepoint = run.stopWithSavepoint();
            publish(run, Rules.demo().get(0));
            feeder.send(
                    new ProducerRecord<>(
                            run.kafka().topic(Catalogue.POLICIES),
                            "noise/1".getBytes(StandardCharsets.UTF_8),
                            new byte[] {7}));
            run.restart(savepoint);
            feeder.heartbeats(END);
            run.views().awaitClock(Micros.of(END), DEADLINE);

            Expectation.assertConserved(run.views(), 1, 6);
            assertThat(run.views().accounts())
                    .containsEntry(
                            run.kafka().topic(Catalogue.POLICIES),
                            new Conservation(6, 2, 1, 1, 0, 2));
            assertThat(run.views().deadLetters())
                    .extracting(DeadLetter::getTopic, DeadLetter::getReason)
                    .containsExactlyInAnyOrder(
                            tuple("policy-books.sla.policies", RejectReason.INVALID),
                            tuple("policy-books.sla.policies", RejectReason.NOT_FRAMED));
            assertThat(run.views().breaches().values())
                    .extracting(AlertView::rule, AlertView::status)
                    .contains(tuple("receipt", EpisodeStatus.OPEN));
        }
    }

    private static void publish(EmbeddedRun run, SlaPolicy... policies) throws Exception {
        PolicyPublisher.publish(run.kafka(), run.registry(), List.of(policies));
    }
}
