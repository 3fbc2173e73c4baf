package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.state.LineKey;
import io.milepost.state.Said;
import io.milepost.state.Times;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By what breaches and warnings are told apart. */
class EpisodeTest {

    private static final LineKey LINE = new LineKey("main", "1", 42, 4201);
    private static final long MARCH = Said.time("2026-03-01");
    private static final long APRIL = Said.time("2026-04-01");

    @Test
    void aBreachStaysTheSameWhenItsDeadlineOrItsEndIsCorrected() {
        Episode breach = breach("receipt", "order@1", MARCH);
        Episode corrected = breach("receipt", "order@1", APRIL);
        Episode ended = breach.ended(EpisodeStatus.CLEARED, APRIL, "receipt/1@1");

        assertSame(breach, corrected);
        assertSame(breach, ended);
        assertThat(breach.id(LINE)).matches("[0-9a-f]{32}");
    }

    @Test
    void anotherRuleOrAnotherStartIsAnotherBreach() {
        Episode breach = breach("receipt", "order@1", MARCH);

        assertOther(breach, breach("invoice", "order@1", MARCH));
        assertOther(breach, breach("receipt", "order@2", MARCH));
        assertThat(breach.id(new LineKey("main", "1", 42, 4202))).isNotEqualTo(breach.id(LINE));
    }

    @Test
    void aWarningIsOfOneDeadlineAndIsNoBreach() {
        Episode warning = episode("receipt", "order@1", true, MARCH, MARCH);

        assertSame(warning, warning.ended(EpisodeStatus.CLEARED, MARCH, null));
        assertOther(warning, episode("receipt", "order@1", true, APRIL, MARCH));
        assertOther(warning, breach("receipt", "order@1", MARCH));
    }

    @Test
    void episodesAreToldByOpeningThenRuleThenStart() {
        Episode first = episode("ship-notice", "order@1", false, MARCH, MARCH - 1);
        Episode second = breach("invoice", "receipt/1@1", MARCH);
        Episode third = breach("receipt", "order@1", MARCH);
        Episode fourth = breach("receipt", "order@2", MARCH);
        Episode fifth = episode("receipt", "order@2", true, APRIL, MARCH);
        Episode sixth = episode("receipt", "order@2", true, APRIL + 1, MARCH);

        assertThat(
                        List.of(fourth, sixth, second, third, fifth, first).stream()
                                .sorted(Episode.BY_OPENING))
                .containsExactly(first, second, third, fourth, fifth, sixth);
    }

    private static void assertSame(Episode one, Episode other) {
        assertThat(one.sameEpisode(other)).isTrue();
        assertThat(other.id(LINE)).isEqualTo(one.id(LINE));
    }

    private static void assertOther(Episode one, Episode other) {
        assertThat(one.sameEpisode(other)).isFalse();
        assertThat(other.id(LINE)).isNotEqualTo(one.id(LINE));
    }

    private static Episode breach(String rule, String startedBy, long deadline) {
        return episode(rule, startedBy, false, deadline, MARCH);
    }

    private static Episode episode(
            String rule, String startedBy, boolean warning, long deadline, long openedAt) {
        return new Episode(
                rule,
                1,
                MilestoneName.RECEIVED,
                Episode.WHOLE_LINE,
                Severity.MEDIUM,
                warning,
                startedBy,
                deadline,
                openedAt,
                EpisodeStatus.OPEN,
                Times.NONE,
                null);
    }
}
