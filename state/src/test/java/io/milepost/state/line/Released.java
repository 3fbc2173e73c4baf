package io.milepost.state.line;

import io.milepost.events.CarrierStatus;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.Place;
import io.milepost.state.sla.Decider;
import io.milepost.state.sla.Episode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The line whose bytes are kept of each release. */
final class Released {

    private Released() {}

    /** A line with a fact of every kind and something in every field of the first layout. */
    static LineState line() {
        return line(
                null,
                0,
                LineFacts.of(facts().map(Said::fact).toList()),
                Set.of(),
                Episode.WHOLE_LINE,
                Times.NONE,
                null,
                Answers.NONE);
    }

    /** The same with something in every field of the second layout, older facts stored away. */
    static LineState longLine() {
        return longLine(facts(), Set.of(), Episode.WHOLE_LINE, Times.NONE, null, Answers.NONE);
    }

    /** The same with something in every field of the third layout. */
    static LineState thirdLine() {
        return fullLine(facts(), Answers.NONE);
    }

    /** The same with something in every field, although a tombstone has little beside it. */
    static LineState fullLine() {
        return fullLine(
                Stream.concat(facts(), moreFacts()),
                new Answers(
                        List.of(
                                new Answer(
                                        CommandKind.SET_LINE_DATE,
                                        "c0ffee",
                                        CommandOutcome.CONFLICT,
                                        "2026-03-03 00:00:00",
                                        "2026-03-02 00:00:00",
                                        Said.time("2026-02-03")))));
    }

    private static LineState fullLine(Stream<Said> facts, Answers answers) {
        return longLine(
                facts,
                Set.of("bill/7"),
                2,
                Said.time("2027-04-09"),
                new Tombstone((OrderFact) Said.order(11, "2026-03-02").fact()),
                answers);
    }

    private static LineState longLine(
            Stream<Said> said,
            Set<String> unstored,
            int scheduleLine,
            long dormantSince,
            Tombstone tombstone,
            Answers answers) {
        List<Fact> facts = LineFacts.of(said.map(Said::fact).toList()).byKnowledge();
        Decider decider = new Decider(new LineKey("main", "1", 42, 4201), Rules.all());
        List<Fact> stored = facts.subList(0, facts.size() - 1);
        stored.forEach(decider::learn);
        return line(
                Settled.of(decider, Place.of(stored.get(stored.size() - 1))),
                1234567890123L,
                LineFacts.of(facts.subList(stored.size(), facts.size())),
                unstored,
                scheduleLine,
                dormantSince,
                tombstone,
                answers);
    }

    private static LineState line(
            Settled settled,
            long rules,
            LineFacts recent,
            Set<String> unstored,
            int scheduleLine,
            long dormantSince,
            Tombstone tombstone,
            Answers answers) {
        return new LineState(
                settled,
                recent,
                unstored,
                rules,
                Said.time("2026-03-05T10:00Z"),
                List.of(
                        new EmittedMilestone(
                                MilestoneName.ORDERED,
                                TimeClassifier.ACTUAL,
                                Said.time("2026-02-01")),
                        new EmittedMilestone(
                                MilestoneName.RECEIVED,
                                TimeClassifier.PLANNED,
                                Said.time("2026-03-01"))),
                -77L,
                List.of(
                        new Episode(
                                "receipt",
                                3,
                                MilestoneName.RECEIVED,
                                scheduleLine,
                                Severity.HIGH,
                                false,
                                "order@1",
                                Said.time("2026-03-02"),
                                Said.time("2026-03-02T00:00:00.000001Z"),
                                EpisodeStatus.CLEARED,
                                Said.time("2026-03-04"),
                                "receipt/1@1")),
                List.of(new EmittedCommand(CommandKind.SET_LINE_DATE, "c0ffee")),
                answers,
                List.of("receipt/1@1"),
                Times.NONE,
                rules == 0 ? Times.NONE : Said.time("2026-03-05"),
                dormantSince,
                tombstone,
                new ArmedTimers(List.of(1_772_000_000_000L, 1_773_000_000_000L)));
    }

    /** What the fourth layout remembers more of. */
    private static Stream<Said> moreFacts() {
        return Stream.of(
                Said.acknowledgement("A2", "V-1", Said.part(10, LineAnswer.ACCEPTED, "2026-03-04"))
                        .version(2)
                        .known("2026-02-03"),
                Said.shipNotice("S2", 10, "1Z999", Said.time("2026-03-03"))
                        .version(2)
                        .known("2026-02-22"),
                Said.plannedReceipt(2, 10, "2026-03-01").known("2026-02-01"));
    }

    private static Stream<Said> facts() {
        return Stream.of(
                Said.order(10, "2026-03-01"),
                Said.acknowledgement("A1", Said.part(10, LineAnswer.CHANGED, "2026-03-03"))
                        .tie("17/ack-1")
                        .known("2026-02-02"),
                Said.shipNotice("S1", 10, false).known("2026-02-20"),
                Said.of(
                                "carrier/c1",
                                header ->
                                        new CarrierFact(
                                                header,
                                                CarrierStatus.IN_TRANSIT,
                                                TimeClassifier.ACTUAL,
                                                Times.NONE))
                        .known("2026-02-21"),
                Said.receipt(1, 10).happened("2026-03-03").known("2026-03-04"),
                Said.bill(7, "I1", 10, 5, Said.time("2026-03-20")).known("2026-03-05"),
                Said.technical("T1", TechnicalOutcome.ACCEPTED_WITH_ERRORS).known("2026-02-01"),
                Said.of("hold/1", header -> new HoldFact(header, true, BigDecimal.ONE)),
                Said.of("claim/1", header -> new ClaimFact(header, false, new BigDecimal("2.5"))));
    }
}
