package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.SlaAlert;
import io.milepost.events.TimeClassifier;
import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.sla.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A carrier that speaks every other day breaches a rule of one day again and again. */
class EpisodesThatAreOverTest {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);
    private static final int WORDS = 60;

    private final FactArchive archive = FactArchive.inMemory();
    private final Line line = new Line(KEY, RuleBook.of(List.of(Rules.carrierSilence())), archive);
    private final List<SlaAlert> alerts = new ArrayList<>();
    private LineState state = LineState.EMPTY;

    private void said(Said said) {
        long knownAt = said.fact().header().knownAt();
        take(line.tick(state, knownAt));
        take(line.apply(state, said.fact(), knownAt));
    }

    private void take(Step step) {
        alerts.addAll(step.outputs().alerts());
        state = step.state();
    }

    private static Said carrier(int number, String day) {
        return Said.of(
                        "carrier/c" + number,
                        header ->
                                new CarrierFact(
                                        header,
                                        CarrierStatus.IN_TRANSIT,
                                        TimeClassifier.ACTUAL,
                                        Times.NONE))
                .happened(day)
                .known(day);
    }

    private void everyOtherDay() {
        said(Said.order(10, "2026-09-01"));
        for (int i = 0; i < WORDS; i++) {
            said(carrier(i, LocalDate.of(2026, 2, 10).plusDays(2L * i).toString()));
        }
    }

    @Test
    void theyDoNotStayInTheValueOfTheLine() {
        everyOtherDay();

        assertThat(state.episodes()).hasSizeLessThan(20);
        assertThat(line.episodes(state))
                .hasSize(WORDS - 1)
                .allMatch(episode -> episode.status() == EpisodeStatus.CLEARED);
        assertThat(alerts).as("opened and cleared, each once").hasSize(2 * (WORDS - 1));
    }

    @Test
    void whatIsToldLaterChangesOnlyThoseThatItConcerns() {
        everyOtherDay();
        alerts.clear();
        said(carrier(500, "2026-02-11").known("2026-08-01"));

        assertThat(alerts)
                .as("the first silence was shorter, the next began later, the last goes on")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(line.episodes(state)).hasSizeBetween(WORDS - 1, WORDS + 1);
    }
}
