package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Company 1 goes live in March 2026, the others in May. */
class GoLiveTest {

    private static final long MARCH = Said.time("2026-03-01");
    private static final long MAY = Said.time("2026-05-01");
    private static final GoLive LIVE = new GoLive(Map.of("1", MARCH), MAY);

    @Test
    void aCompanyCountsFromTheMomentOfItsOwnOn() {
        assertThat(LIVE.counts("1", MARCH)).isTrue();
        assertThat(LIVE.counts("1", MARCH - 1)).isFalse();
        assertThat(LIVE.counts("2", MAY)).isTrue();
        assertThat(LIVE.counts("2", MAY - 1)).isFalse();
        assertThat(GoLive.ALWAYS.counts("1", Times.NONE)).isTrue();
    }

    @Test
    void aBookForCompaniesThatGoLiveHasTheSameRules() {
        RuleBook always = Rules.all();
        RuleBook book = RuleBook.of(always, LIVE);
        LineKey line = new LineKey("main", "1", 42, 4201);

        assertThat(book.names()).isEqualTo(always.names());
        assertThat(book.size()).isEqualTo(always.size());
        assertThat(book.isLive(line, MARCH - 1)).isFalse();
        assertThat(book.isLive(line, MARCH)).isTrue();
        assertThat(always.isLive(line, MARCH - 1)).isTrue();
    }

    @Test
    void anotherTimeOfGoingLiveMakesAnotherFingerprint() {
        RuleBook always = Rules.all();
        RuleBook live = RuleBook.of(always, LIVE);
        RuleBook later = RuleBook.of(always, new GoLive(Map.of("1", MARCH + 1), MAY));
        RuleBook othersLater = RuleBook.of(always, new GoLive(Map.of("1", MARCH), MAY + 1));

        assertThat(RuleBook.of(always, GoLive.ALWAYS).fingerprint())
                .isEqualTo(always.fingerprint());
        assertThat(RuleBook.of(always, new GoLive(Map.of("1", MARCH), MAY)).fingerprint())
                .isEqualTo(live.fingerprint());
        assertThat(
                        java.util.Set.of(
                                always.fingerprint(),
                                live.fingerprint(),
                                later.fingerprint(),
                                othersLater.fingerprint()))
                .hasSize(4);
    }
}
