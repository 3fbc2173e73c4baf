package io.milepost.local.distributor;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CommandKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleEpisode;
import io.milepost.local.oracle.OracleLine;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.oracle.OracleVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributorSimulationTest {

    private static final int LINES = 250;
    private static final long END = micros("2026-11-25T13:37:11Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 7, 2026})
    void theStoryHasExactlyItsLinesAndComesInTheOrderOfItsKnowledge(long seed) {
        DistributorSimulation story = new DistributorSimulation(seed, LINES, END);

        assertThat(judge(story).lines().size()).isEqualTo(LINES);
        assertThat(story.endMicros()).isEqualTo(micros("2026-11-25T00:00:00Z"));
        long before = story.startMicros();
        for (TimedEvent event : story.events()) {
            assertThat(event.atMicros()).isBetween(before, story.endMicros() - 1);
            assertThat(event.knownAtMicros()).isEqualTo(event.atMicros());
            before = event.atMicros();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 7, 2026})
    void inTheEndEveryLineIsClosedOrHasABreachThatStands(long seed) {
        DistributorSimulation story = new DistributorSimulation(seed, LINES, END);
        OracleVerdict verdict = judge(story);

        Set<String> standing =
                verdict.episodes().stream()
                        .filter(episode -> episode.status() != EpisodeStatus.RETRACTED)
                        .map(OracleEpisode::lineKey)
                        .collect(Collectors.toSet());
        assertThat(
                        verdict.lines().values().stream()
                                .filter(line -> !line.has(MilestoneName.CLOSED))
                                .map(OracleLine::lineKey)
                                .filter(key -> !standing.contains(key)))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 7, 2026})
    void exactlyTheStrangersNoticesAreRefusedAndNothingStaysUnmatched(long seed) {
        DistributorSimulation story = new DistributorSimulation(seed, LINES, END, 0.05);
        OracleVerdict verdict = judge(story);

        assertThat(story.expectedDeadLetters()).isBetween(2L, 30L);
        assertThat(verdict.deadLetters()).isEqualTo(story.expectedDeadLetters());
        assertThat(verdict.unmatched()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 7})
    void theSameSeedTellsTheSameStoryWheneverItEnds(long seed) {
        DistributorSimulation story = new DistributorSimulation(seed, LINES, END);
        List<String> told = sinceStart(story);

        for (String end : List.of("2026-03-29T01:30:00Z", "2024-02-29T00:00:00Z")) {
            DistributorSimulation other = new DistributorSimulation(seed, LINES, micros(end));
            assertThat(other.events().size()).isEqualTo(story.events().size());
            assertThat(sinceStart(other).equals(told)).as("ends %s", end).isTrue();
        }
        DistributorSimulation stranger = new DistributorSimulation(seed + 1, LINES, END);
        assertThat(sinceStart(stranger).equals(told)).as("another seed").isFalse();
    }

    private static final Set<CommandKind> OF_AN_OPEN_RECEIPT =
            Set.of(CommandKind.SET_RECEIPT_TRACKING, CommandKind.SET_RECEIPT_DATE);

    /**
     * Topics are read side by side, so a job sees any mixture of their beginnings. Whatever it asks
     * Odoo for on the way must be asked for in the end, or counts would depend on the mixture. Only
     * where a supplier speaks when all is over, a beginning may not know yet that it is; and what
     * only an open receipt takes is not wanted any more when the goods are in.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 7})
    void noMixtureOfTheTopicsBeginningsAsksForACommandThatTheWholeDoesNot(long seed) {
        DistributorSimulation story = new DistributorSimulation(seed, LINES, END);
        Map<String, OracleLine> whole = judge(story).lines();
        Set<String> spokenAfterTheEnd = spokenAfterTheEnd(story, whole);
        Dice dice = new Dice(new SplittableRandom(seed));

        for (int mixture = 0; mixture < 20; mixture++) {
            Map<String, Long> until = new TreeMap<>();
            List<TimedEvent> part = new ArrayList<>();
            for (TimedEvent event : story.events()) {
                long end =
                        until.computeIfAbsent(
                                event.topic().name(),
                                topic -> dice.between(story.startMicros(), story.endMicros()));
                if (event.atMicros() < end) {
                    part.add(event);
                }
            }
            new Oracle(List.of(), story.endMicros())
                    .judge(part)
                    .lines()
                    .forEach(
                            (key, line) -> {
                                if (!spokenAfterTheEnd.contains(key)) {
                                    Set<CommandKind> lasting = new TreeSet<>(line.commands());
                                    if (whole.get(key).has(MilestoneName.RECEIVED)
                                            || whole.get(key).has(MilestoneName.CLOSED)) {
                                        lasting.removeAll(OF_AN_OPEN_RECEIPT);
                                    }
                                    assertThat(whole.get(key).commands())
                                            .as("%s, mixture %s", key, until)
                                            .containsAll(lasting);
                                }
                            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 42)
    void theSharesAreThoseOfTheRealLogs(long seed) {
        DistributorSimulation story = new DistributorSimulation(seed, 3_000, END);
        Profile profile = new Profile(story.events());

        assertThat(profile.linesWithSeveralReceipts()).isBetween(0.25, 0.31);
        assertThat(profile.receiptsRecordedAfterTheirDay()).isBetween(0.16, 0.21);
        assertThat(profile.ordersOfOneLine()).isBetween(0.72, 0.79);
        assertThat(profile.linesOfTheTenLargestSuppliers()).isBetween(0.33, 0.43);
        assertThat(profile.answeredWithin(24)).isBetween(0.51, 0.58);
        assertThat(profile.answeredWithin(48)).isBetween(0.74, 0.82);
        assertThat(profile.repeatedPartnerEvents()).isBetween(0.04, 0.06);
        assertThat(profile.carrierEventsKnownBeforeTheirShipNotice()).isBetween(0.03, 0.30);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 1, 7})
    void everyOutcomeThatTheRulesKnowIsInTheStory(long seed) {
        OracleVerdict verdict = judge(new DistributorSimulation(seed, LINES, END));

        Set<String> outcomes = new HashSet<>();
        verdict.episodes().forEach(it -> outcomes.add(it.rule() + " " + it.status()));
        assertThat(outcomes)
                .contains(
                        "acknowledgement OPEN",
                        "acknowledgement CLEARED",
                        "ship-notice OPEN",
                        "ship-notice CLEARED",
                        "ship-notice RETRACTED",
                        "receipt OPEN",
                        "receipt CLEARED",
                        "receipt RETRACTED",
                        "invoice OPEN",
                        "invoice CLEARED");
        for (MilestoneName milestone : MilestoneName.values()) {
            if (milestone != MilestoneName.UNKNOWN) {
                assertThat(verdict.linesWith(milestone)).as("%s", milestone).isPositive();
            }
        }
    }

    private static Set<String> spokenAfterTheEnd(
            DistributorSimulation story, Map<String, OracleLine> lines) {
        return story.events().stream()
                .filter(event -> event.value() instanceof SupplierEvent)
                .filter(event -> event.lineKey() != null)
                .filter(
                        event ->
                                ((SupplierEvent) event.value()).getBody()
                                        instanceof Acknowledgement)
                .filter(event -> closedAt(lines.get(event.lineKey())) < event.knownAtMicros())
                .map(TimedEvent::lineKey)
                .collect(Collectors.toSet());
    }

    private static long closedAt(OracleLine line) {
        return line.reached().getOrDefault(MilestoneName.CLOSED, Long.MAX_VALUE);
    }

    private static List<String> sinceStart(DistributorSimulation story) {
        long start = story.startMicros();
        OracleVerdict verdict = judge(story);
        List<String> told = new ArrayList<>();
        for (OracleLine line : verdict.lines().values()) {
            Map<MilestoneName, Long> reached = new TreeMap<>(line.reached());
            reached.replaceAll((milestone, micros) -> micros - start);
            told.add(line.lineKey() + reached + new TreeSet<>(line.commands()));
        }
        for (OracleEpisode it : verdict.episodes()) {
            told.add(
                    it.lineKey()
                            + it.rule()
                            + it.status()
                            + (it.deadlineMicros() - start)
                            + "@"
                            + (it.openedAtMicros() - start));
        }
        return told;
    }

    private static OracleVerdict judge(DistributorSimulation story) {
        return new Oracle(OracleRule.demo(), story.endMicros()).judge(story.events());
    }

    private static long micros(String instant) {
        return Micros.of(Instant.parse(instant));
    }
}
