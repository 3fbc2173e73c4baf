package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.local.feed.Micros;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten pieces are promised for day 5, which ends on day 6, 00:00; the warning is due on day 4. */
class OracleWarningsTest {

    private static final OracleRule RECEIPT =
            OracleRule.of("receipt", MilestoneName.RECEIVED, OracleRule.Base.CURRENT_PROMISE, 0)
                    .with(new Due(0, true, ZoneOffset.UTC, 2 * Micros.DAY, null));

    private static LineCase ordered() {
        return new LineCase().order(5, 0);
    }

    @Test
    void aLineThatIsNotThereIsWarnedOfAndThenBreached() {
        assertThat(ordered().judge(20, RECEIPT).episodes())
                .extracting(
                        OracleEpisode::kind,
                        OracleEpisode::status,
                        OracleEpisode::deadlineMicros,
                        OracleEpisode::openedAtMicros)
                .containsExactly(
                        tuple(AlertKind.SLA_BREACH, EpisodeStatus.OPEN, day(6), day(6)),
                        tuple(AlertKind.SLA_WARNING, EpisodeStatus.CLEARED, day(6), day(4)));
        assertThat(ordered().judge(20, RECEIPT).alertsRaised()).isEqualTo(1);
    }

    @Test
    void aWarningStandsUntilItsDeadline() {
        assertThat(warnings(ordered(), 3.9)).isEmpty();
        assertThat(warnings(ordered(), 4))
                .extracting(OracleEpisode::status)
                .containsExactly(EpisodeStatus.OPEN);
        assertThat(warnings(ordered(), 6))
                .extracting(OracleEpisode::status)
                .containsExactly(EpisodeStatus.CLEARED);
    }

    @Test
    void nothingIsWarnedOfThatIsKnownByThen() {
        assertThat(warnings(ordered().receipt(1, 10, 3, 3.9), 20)).isEmpty();
        assertThat(warnings(ordered().receipt(1, 10, 3, 5), 5.5))
                .extracting(OracleEpisode::status)
                .containsExactly(EpisodeStatus.CLEARED);
    }

    @Test
    void aDeadlineThatMovesIsWarnedOfInItsTurn() {
        LineCase moved = ordered().acknowledged(12, 4.5);

        assertThat(warnings(moved, 20))
                .extracting(OracleEpisode::deadlineMicros, OracleEpisode::openedAtMicros)
                .containsExactly(tuple(day(6), day(4)), tuple(day(13), day(11)));
        assertThat(warnings(moved, 11.5))
                .extracting(OracleEpisode::status)
                .containsExactly(EpisodeStatus.CLEARED, EpisodeStatus.OPEN);
    }

    @Test
    void anOrderThatBecomesKnownAfterItsWarningWasDueIsWarnedOfAtOnce() {
        assertThat(warnings(new LineCase().order(5, 5), 20))
                .extracting(OracleEpisode::openedAtMicros)
                .containsExactly(day(5) + 1);
        assertThat(warnings(new LineCase().order(5, 6), 20)).isEmpty();
    }

    @Test
    void aCancelledLineIsNotWarnedOf() {
        LineCase early = ordered().order(1, OrderState.CANCELLED, 10, 5, 3, 3);
        LineCase late = ordered().order(1, OrderState.CANCELLED, 10, 5, 5, 5);

        assertThat(warnings(early, 20)).isEmpty();
        assertThat(warnings(late, 5.5))
                .extracting(OracleEpisode::status)
                .containsExactly(EpisodeStatus.CLEARED);
    }

    private static List<OracleEpisode> warnings(LineCase line, double clock) {
        return line.judge(clock, RECEIPT).warnings();
    }
}
