package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Poison;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.e2e.stack.Story;
import io.milepost.events.DeadLetter;
import io.milepost.events.MilestoneName;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.deadletters.DeadLetters;
import io.milepost.kafka.deadletters.Letter;
import io.milepost.kafka.deadletters.LetterFilter;
import io.milepost.kafka.deadletters.LetterReader;
import io.milepost.local.feed.Micros;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that cannot be used, through the real job, between records that can. */
@ExtendWith(SharedStack.class)
@DisplayName("Poison")
class PoisonTest {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final long SEED = Long.getLong("milepost.seed", 42L);

    private static final Instant ORDERED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant POISONED = Instant.parse("2026-03-03T08:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2026-03-04T08:00:00Z");
    private static final Instant END = Instant.parse("2026-03-07T00:00:00Z");

    @Test
    void endsInDeadLettersAndTheRestGoesOn(EmbeddedStack stack) throws Exception {
        try (EmbeddedRun run = run(stack, "poison.");
                Feeder feeder = new Feeder(run)) {
            Map<String, Poison.Dose> doses = feed(run, feeder);
            feeder.heartbeats(END);
            run.views().awaitClock(Micros.of(END), DEADLINE);

            assertLetters(run, doses);
            assertThat(run.views().milestones())
                    .as("milestones of the line, seed %s", SEED)
                    .containsOnlyKeys(Story.LINE)
                    .hasEntrySatisfying(
                            Story.LINE,
                            reached ->
                                    assertThat(reached)
                                            .containsOnlyKeys(
                                                    MilestoneName.ORDERED, MilestoneName.RECEIVED));
            Expectation.assertConserved(run.views(), doses.size() + 2L, 1);
            assertThat(run.job().getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
            assertThat(stack.cluster().hasRestarted(run.job().getJobID()))
                    .as("the job was restarted")
                    .isFalse();
        }
    }

    @Test
    void isToldTwiceAfterAFailureWhenTheGuaranteeIsOnlyAtLeastOnce(EmbeddedStack stack)
            throws Exception {
        // No checkpoint before the failure: every letter is written again.
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix("poison-twice.")
                        .withCheckpointInterval(Duration.ofMinutes(4))
                        .withJobArguments("--guarantee=at-least-once");
        try (EmbeddedRun run = EmbeddedRun.on(stack, options, List.of(Rules.receipt()));
                Feeder feeder = new Feeder(run)) {
            Map<String, Poison.Dose> doses = feed(run, feeder);
            awaitLetters(run, doses.size());
            stack.cluster().replaceTaskManagers();
            awaitLetters(run, doses.size() + 1);

            assertThatThrownBy(() -> assertLetters(run, doses)).isInstanceOf(AssertionError.class);
        }
    }

    /** A good record, every poison, and a good record; what was sent, by address. */
    private static Map<String, Poison.Dose> feed(EmbeddedRun run, Feeder feeder)
            throws IOException {
        feeder.send(Story.ordered(ORDERED, PROMISED));
        List<Poison.Dose> doses = Poison.every(run, feeder, POISONED, SEED);
        Map<String, Poison.Dose> sent =
                feeder.sendAll(doses.stream().map(Poison.Dose::record).toList()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> doses.get(e.getValue())));
        feeder.send(Story.received(RECEIVED));
        return sent;
    }

    private static void awaitLetters(EmbeddedRun run, int count) throws InterruptedException {
        run.views()
                .awaitCondition(
                        count + " dead letters",
                        DEADLINE,
                        () -> run.views().deadLetters().size() >= count);
    }

    private static void assertLetters(EmbeddedRun run, Map<String, Poison.Dose> doses)
            throws IOException {
        List<Letter> letters = new ArrayList<>();
        new LetterReader(run.kafka(), run.registry()).read(LetterFilter.ALL, letters::add);
        assertThat(letters)
                .as("dead letters, seed %s", SEED)
                .extracting(Letter::address)
                .containsExactlyInAnyOrderElementsOf(doses.keySet());
        letters.forEach(letter -> assertLetter(letter, doses.get(letter.address())));
    }

    private static void assertLetter(Letter letter, Poison.Dose dose) {
        DeadLetter content = letter.content();
        byte[] value = dose.record().value();
        assertThat(content.getReason()).as(content.getMessage()).isEqualTo(dose.reason());
        assertThat(content.getMessage()).startsWith(letter.address() + ": ");
        assertThat(content.getValueLength()).isEqualTo(value == null ? 0 : value.length);
        if (value != null && value.length > 5 && value[0] == 0) {
            assertThat(content.getSchemaId())
                    .as(content.getMessage())
                    .isEqualTo(java.nio.ByteBuffer.wrap(value).getInt(1));
        }
        if (value != null && value.length > DeadLetters.MAX_VALUE) {
            assertThat(content.getValue()).isNull();
            assertThat(content.getValueSha256()).isEqualTo(sha256(value));
            assertThat(letter.obstacle()).isPresent();
        } else {
            assertThat(letter.value()).isEqualTo(value);
        }
        assertHeaders(letter);
    }

    private static void assertHeaders(Letter letter) {
        Map<String, String> error =
                letter.errorHeaders().stream()
                        .collect(
                                Collectors.toMap(
                                        RecordHeader::name,
                                        RecordHeader::text,
                                        (first, second) -> second));
        DeadLetter content = letter.content();
        assertThat(error)
                .containsEntry("__connect.errors.topic", content.getTopic())
                .containsEntry("__connect.errors.partition", content.getPartition() + "")
                .containsEntry("__connect.errors.offset", content.getOffset() + "")
                .containsEntry("__connect.errors.connector.name", "milestones")
                .containsEntry("__connect.errors.stage", content.getStage())
                .containsEntry("__connect.errors.exception.message", content.getMessage())
                .containsKey("__connect.errors.exception.class.name");
        if (error.containsKey("__connect.errors.headers.left.out")) {
            assertThat(letter.ownHeaders()).isEmpty();
            assertThat(letter.obstacle()).isPresent();
        } else {
            assertThat(letter.ownHeaders()).extracting(RecordHeader::name).contains("traceparent");
        }
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("this Java has no SHA-256", e);
        }
    }

    private static EmbeddedRun run(EmbeddedStack stack, String prefix)
            throws IOException, InterruptedException {
        return EmbeddedRun.on(
                stack,
                RunOptions.defaults().withTopicPrefix(prefix).withParallelism(2),
                List.of(Rules.receipt()));
    }
}
