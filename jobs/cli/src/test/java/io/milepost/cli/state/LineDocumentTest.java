package io.milepost.cli.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.events.OrderState;
import io.milepost.schemas.TrustedEvents;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.fact.Version;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.Line;
import io.milepost.state.line.LineState;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDocumentTest {

    static {
        TrustedEvents.trust();
    }

    private static final LineKey KEY = LineKey.parse("main/1/4711/3");
    private static final Instant ORDERED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-03-09T08:00:00Z");

    @Test
    void timesAreInstantsQuantitiesTextAndWhatIsNotKnownNull() {
        assertThat(document(List.of(order())))
                .startsWith(
                        "{\"line\":\"main/1/4711/3\",\"clock\":\"2026-03-02T08:00:00Z\","
                            + "\"nextDeadline\":\"2027-04-06T08:00:00Z\",\"armedTimers\":[\"1970-01-01T00:00:00.007Z\"],"
                            + "\"waitingEvents\":2,\"storedFacts\":0,"
                            + "\"facts\":[{\"kind\":\"Order\",\"identity\":\"order\",\"version\":\"1\",")
                .contains(
                        "\"ownItem\":null",
                        "\"quantity\":\"10.50\"",
                        "\"confirmedAt\":\"2026-03-02T08:00:00Z\"",
                        "\"view\":{\"stage\":\"OPEN\",\"furthest\":\"ORDERED\",\"milestones\":[",
                        "\"currentPromise\":\"2026-03-09T08:00:00Z\"",
                        "\"openEpisodes\":[],\"closedEpisodes\":[],\"told\":{\"milestones\":[");
    }

    @Test
    void factsThatWereStoredAwayAreThereWithTheRecentOnesByKnowledge() {
        List<Fact> facts = new ArrayList<>(List.of(order()));
        for (int i = 1; i <= 20; i++) {
            facts.add(acknowledgement(i));
        }
        String document = document(facts);

        assertThat(document).contains("\"storedFacts\":9,");
        int before = document.indexOf("\"eventId\":\"order\"");
        assertThat(before).isPositive();
        for (int i = 1; i <= 20; i++) {
            int at = document.indexOf("\"eventId\":\"ack-" + i + "\"");
            assertThat(at).as("place of acknowledgement %s", i).isGreaterThan(before);
            before = at;
        }
        assertThat(document)
                .contains(
                        "\"schedule\":[{\"number\":1,\"answer\":\"ACCEPTED\",\"quantity\":\"1\","
                                + "\"promisedAt\":null,\"unitPrice\":null}]");
    }

    @Test
    void aLineWithoutItsOrderHasNoFactsYet() {
        SavedLine line = new SavedLine(KEY, LineState.EMPTY, List.of(), List.of(), 1, List.of());

        assertThat(LineDocument.of(line, new RuleBook()).toString())
                .contains("\"clock\":null", "\"waitingEvents\":1", "\"facts\":[]");
    }

    private static String document(List<Fact> facts) {
        FactArchive archive = FactArchive.inMemory();
        Line line = new Line(KEY, new RuleBook(), archive);
        LineState state = LineState.EMPTY;
        for (Fact fact : facts) {
            state = line.apply(state, fact, Times.micros(ORDERED)).state();
        }
        List<Standing> stored = new ArrayList<>();
        archive.all().forEach(stored::add);
        return LineDocument.of(
                        new SavedLine(KEY, state, stored, List.of(), 2, List.of(7L)),
                        new RuleBook())
                .toString();
    }

    private static OrderFact order() {
        long at = Times.micros(ORDERED);
        return new OrderFact(
                header("order", "order", at),
                "P00001",
                OrderState.PURCHASE,
                false,
                "vendor-1",
                null,
                null,
                null,
                null,
                new BigDecimal("10.50"),
                "C62",
                BigDecimal.ONE,
                new BigDecimal("2"),
                "EUR",
                at,
                at,
                Times.micros(PROMISED));
    }

    private static AcknowledgementFact acknowledgement(int number) {
        return new AcknowledgementFact(
                header("ack/" + number, "ack-" + number, Times.micros(ORDERED) + number),
                false,
                List.of(
                        new SchedulePart(
                                1, LineAnswer.ACCEPTED, BigDecimal.ONE, Times.NONE, null)));
    }

    private static FactHeader header(String identity, String eventId, long at) {
        return new FactHeader(identity, Version.of(1), eventId, at, at, at, null);
    }
}
