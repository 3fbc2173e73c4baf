package io.milepost.e2e.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What partners send, from their call or file to the events of the job, through real processes. */
@ExtendWith(SharedStack.class)
@DisplayName("The intake")
class IntakeTest {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int PER_CALL = 5;

    @TempDir private Path folder;

    @Test
    void mapsEachMessageOnceThroughTheDeathOfTheIntakeAndOfTaskManagers(EmbeddedStack stack)
            throws Exception {
        List<Sent> calls = new ArrayList<>();
        List<Sent> files = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            calls.add(Sent.x12(number, PER_CALL));
            calls.add(Sent.json(number));
            files.add(Sent.edifact(number));
            files.add(Sent.ubl(number));
        }
        try (IntakeSite site = site(stack, "intake")) {
            IntakeProcess first = site.open();
            for (int i = 0; i < calls.size() / 2; i++) {
                assertTaken(site.calls().send(calls.get(i)));
                site.drop(files.get(i));
            }
            Sent interrupted = Sent.x12(99, 200);
            CompletableFuture<HttpResponse<String>> unanswered = site.calls().begin(interrupted);
            first.kill();
            // Whether it was answered in time or not: it is sent again, as by one that never knows.
            unanswered.handle((answer, error) -> answer).join();

            IntakeProcess second = site.open();
            calls.add(interrupted);
            // Senders cannot know what arrived, and send all of it again.
            for (Sent each : calls) {
                assertTaken(site.calls().send(each));
            }
            for (Sent each : files.subList(files.size() / 2, files.size())) {
                site.drop(each);
            }
            IntakeOutputs outputs = site.outputs();
            outputs.await("events before the failure", DEADLINE, () -> outputs.effective() > 0);
            stack.cluster().replaceTaskManagers();
            site.drop(Sent.edifact(77));
            files.add(Sent.edifact(77));

            Set<String> expected = events(calls, files);
            outputs.await(
                    expected.size() + " events",
                    DEADLINE,
                    () -> outputs.events().containsAll(expected));
            assertThat(second.terminate()).as(second.people()).isZero();
            assertEnd(site, expected);
            assertThat(outputs.duplicates()).as("what was sent again").isPositive();
        }
    }

    @Test
    void wouldMapRepeatsAgainIfItForgotWhatItMapped(EmbeddedStack stack) throws Exception {
        try (IntakeSite site = site(stack, "intake-forgets", "--duplicate-memory=1 ms")) {
            site.open();
            Sent message = Sent.json(1);
            IntakeOutputs outputs = site.outputs();
            assertTaken(site.calls().send(message));
            Set<String> expected = events(List.of(message), List.of());
            Instant sent = Instant.now();
            outputs.await(
                    "the message, and that the clock is behind it",
                    DEADLINE,
                    () -> outputs.events().equals(expected) && outputs.promised().isAfter(sent));
            assertTaken(site.calls().send(message));
            outputs.await("it again", DEADLINE, () -> outputs.effective() == 2);

            assertThatThrownBy(() -> assertEnd(site, expected))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("[told twice]");
        }
    }

    @Test
    void wouldLoseMessagesIfItAnsweredBeforeKafkaHasThem(EmbeddedStack stack) throws Exception {
        try (IntakeSite site = site(stack, "intake-hasty")) {
            IntakeProcess hasty = site.open(HastyIntakeMain.class);
            Sent lost = Sent.json(1);
            assertTaken(site.calls().send(lost));
            hasty.kill();
            site.open();
            Sent kept = Sent.json(2);
            assertTaken(site.calls().send(kept));
            IntakeOutputs outputs = site.outputs();
            Set<String> second = events(List.of(kept), List.of());
            outputs.await("the second", DEADLINE, () -> outputs.events().containsAll(second));

            Set<String> both = events(List.of(lost, kept), List.of());
            assertThatThrownBy(() -> assertEnd(site, both))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("[events]");
        }
    }

    @Test
    void tellsOperatorsWhatItDoes(EmbeddedStack stack) throws Exception {
        try (IntakeSite site = site(stack, "intake-told")) {
            IntakeProcess process = site.open();
            assertTaken(site.calls().send(Sent.json(1)));
            assertThat(site.calls().send(new Sent(Sent.Partner.HANSA, "x", "UNB")).statusCode())
                    .as("a partner that drops files does not call")
                    .isEqualTo(401);

            assertThat(site.calls().get(process.operators(), "/healthz").statusCode())
                    .isEqualTo(200);
            assertThat(site.calls().get(process.operators(), "/readyz").statusCode())
                    .isEqualTo(200);
            assertThat(site.calls().get(process.operators(), "/metrics").body())
                    .contains(
                            "milepost_intake_receipts_total{profile=\"tracker\",channel=\"http\"}"
                                    + " 1")
                    .contains("milepost_intake_refused_total{profile=\"\",channel=\"http\"")
                    .contains("milepost_intake_kafka_silence_seconds ");
            assertThat(site.calls().get(process.calls(), "/metrics").statusCode())
                    .as("not where partners call")
                    .isEqualTo(404);
            IntakeOutputs outputs = site.outputs();
            Instant now = Instant.now();
            outputs.await(
                    "promises while nothing comes",
                    DEADLINE,
                    () -> outputs.promised().isAfter(now));
            assertThat(process.terminate()).as(process.people()).isZero();
            assertThat(process.people()).contains("Partner tracker: HTTP receipt", "stopping");
        }
    }

    private IntakeSite site(EmbeddedStack stack, String name, String... settings) throws Exception {
        IntakeSite site = new IntakeSite(stack, folder, name, settings);
        for (Sent.Partner partner : Sent.Partner.values()) {
            site.publish(partner, 1);
        }
        return site;
    }

    private static void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static Set<String> events(List<Sent> calls, List<Sent> files) throws Exception {
        Set<String> events = new HashSet<>();
        for (List<Sent> some : List.of(calls, files)) {
            for (Sent each : some) {
                assertThat(each.events()).as(each.id()).isNotEmpty();
                events.addAll(each.events());
            }
        }
        return events;
    }

    private static void assertEnd(IntakeSite site, Set<String> expected) throws Exception {
        IntakeOutputs outputs = site.outputs();
        long inbound = site.inbound();
        outputs.await(
                inbound + " records in the books", DEADLINE, () -> outputs.balancedIn() == inbound);
        assertThat(outputs.events()).as("events").isEqualTo(expected);
        assertThat(outputs.repeated()).as("told twice").isEmpty();
        assertThat(outputs.deadLetters()).as("dead letters").isEmpty();
    }
}
