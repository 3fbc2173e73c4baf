package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.milepost.e2e.stack.CommandLineRun;
import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.e2e.stack.Story;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the real job has saved of two lines, in both formats, against what was published. */
@ExtendWith(SharedStack.class)
@DisplayName("milepost state inspect")
class InspectStateTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private static final Instant ORDERED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-03-04T00:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-03-05T12:00:00Z");

    /** A promise is due at the end of its day. */
    private static final Instant DUE = Instant.parse("2026-03-06T00:00:00Z");

    private static final Instant END = Instant.parse("2026-03-07T00:00:00Z");

    /** Enough for facts to be stored away from the line's own value. */
    private static final int RECEIPTS = 20;

    private static final String SHORT_LINE = FeedKeys.line("test", "1", 1, 2);

    @Test
    void saysWhatWasPublishedOfALongAndAShortLine(EmbeddedStack stack) throws Exception {
        RunOptions options = RunOptions.defaults().withTopicPrefix("inspect.").withParallelism(2);
        try (EmbeddedRun run = EmbeddedRun.on(stack, options, List.of(Rules.receipt()));
                Feeder feeder = new Feeder(run)) {
            feeder.send(Story.ordered(ORDERED, PROMISED));
            feeder.send(shortLine());
            for (int i = 1; i <= RECEIPTS; i++) {
                feeder.send(receipt(i));
            }
            feeder.heartbeats(BEFORE);
            run.views().awaitClock(Micros.of(BEFORE), DEADLINE);
            String files = saved(run, SavepointFormatType.NATIVE);
            feeder.heartbeats(END);
            run.views().awaitClock(Micros.of(END), DEADLINE);
            String savepoint = saved(run, SavepointFormatType.CANONICAL);

            assertLongLine(inspect(files, Story.LINE));
            assertLongLine(inspect(savepoint, Story.LINE));
            assertWaiting(inspect(files, SHORT_LINE));
            assertLate(inspect(savepoint, SHORT_LINE));

            CommandLineRun unknown =
                    CommandLineRun.alone("state", "inspect", savepoint, "test/1/1/99");
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.people())
                    .contains("expected the line test/1/1/99 but found no such line");
        }
    }

    private static String saved(EmbeddedRun run, SavepointFormatType format) throws Exception {
        return run.job()
                .triggerSavepoint(
                        run.stack().folder().resolve("inspect").toUri().toString(), format)
                .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void assertLongLine(JsonNode line) {
        assertThat(texts(line.get("facts"), "kind"))
                .hasSize(1 + RECEIPTS)
                .startsWith("Order")
                .containsOnlyOnce("Order");
        for (int i = 1; i <= RECEIPTS; i++) {
            JsonNode fact = line.get("facts").get(i);
            assertThat(fact.get("eventId").asText()).isEqualTo("receipt-" + i);
            assertThat(fact.get("knownAt").asText()).isEqualTo(receivedAt(i).toString());
            assertThat(fact.get("quantity").asText()).isEqualTo("0.500000");
        }
        assertThat(line.get("storedFacts").asInt()).isBetween(1, RECEIPTS);
        JsonNode view = line.get("view");
        assertThat(view.get("furthest").asText()).isEqualTo("RECEIVED");
        assertThat(new BigDecimal(view.at("/quantities/received").asText()))
                .isEqualByComparingTo("10");
        assertThat(new BigDecimal(view.get("openValue").asText())).isZero();
        assertThat(line.get("openEpisodes")).isEmpty();
        assertThat(texts(line.at("/told/milestones"), "name")).contains("ORDERED", "RECEIVED");
    }

    private static void assertWaiting(JsonNode line) {
        assertThat(texts(line.get("facts"), "kind")).containsExactly("Order");
        assertThat(line.get("storedFacts").asInt()).isZero();
        assertThat(line.get("waitingEvents").asInt()).isZero();
        assertThat(line.get("nextDeadline").asText()).isEqualTo(DUE.toString());
        assertThat(line.get("armedTimers").get(0).asText()).isEqualTo(DUE.toString());
        assertThat(line.at("/view/currentPromise").asText()).isEqualTo(PROMISED.toString());
        assertThat(line.get("openEpisodes")).isEmpty();
    }

    private static void assertLate(JsonNode line) {
        assertThat(line.get("armedTimers")).as("to see whether it goes dormant").hasSize(1);
        assertThat(line.get("clock").asText()).isEqualTo(END.toString());
        assertThat(Instant.parse(line.get("nextDeadline").asText())).isAfter(END);
        assertThat(texts(line.get("openEpisodes"), "rule")).containsExactly("receipt");
        assertThat(texts(line.get("openEpisodes"), "deadline")).containsExactly(DUE.toString());
        assertThat(line.get("closedEpisodes")).isEmpty();
    }

    private static JsonNode inspect(String path, String line) throws IOException {
        CommandLineRun run = CommandLineRun.alone("state", "inspect", path, line, "--output=json");
        assertThat(run.exitCode()).as(run.people()).isZero();
        JsonNode document = new JsonMapper().readTree(run.results());
        assertThat(document.get("line").asText()).isEqualTo(line);
        return document;
    }

    private static List<String> texts(JsonNode objects, String field) {
        List<String> texts = new ArrayList<>();
        objects.forEach(object -> texts.add(object.get(field).asText()));
        return texts;
    }

    private static Instant receivedAt(int number) {
        return ORDERED.plus(Duration.ofHours(number));
    }

    private static TimedEvent receipt(int number) {
        TimedEvent event = Story.received("receipt-" + number, "C62", receivedAt(number));
        OdooReceipt receipt = (OdooReceipt) event.value();
        receipt.setMoveId(number);
        receipt.setQuantity(new BigDecimal("0.500000"));
        return event;
    }

    private static TimedEvent shortLine() {
        TimedEvent first = Story.ordered(ORDERED, PROMISED);
        OdooOrderLine line = (OdooOrderLine) first.value();
        line.setLineId(2);
        line.setLineNumber(2);
        line.getEnvelope().setEventId("order-2");
        return new TimedEvent(
                first.topic(),
                SHORT_LINE,
                line,
                SHORT_LINE,
                first.atMicros(),
                first.knownAtMicros());
    }
}
