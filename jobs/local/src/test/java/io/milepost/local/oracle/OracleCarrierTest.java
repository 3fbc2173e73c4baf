package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.CarrierStatus;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.local.feed.Micros;
import org.junit.jupiter.api.Test;

/** A carrier must say something every day, from the first IN_TRANSIT until it has delivered. */
class OracleCarrierTest {

    private static final OracleRule SILENCE =
            OracleRule.of("silence", MilestoneName.DELIVERED, OracleRule.Base.START, Micros.DAY)
                    .with(new Clock(MilestoneName.IN_TRANSIT, OracleRule.Base.START, true));

    private static LineCase inTransit() {
        return status(new LineCase().order(9, 0).shipped("ASN", 1, 1, "T"), "IN_TRANSIT", 2);
    }

    @Test
    void eachLaterStatusStartsTheClockAnew() {
        LineCase line = status(status(inTransit(), "ARRIVED", 2.9), "DELIVERED", 3.8);

        assertThat(line.judge(20, SILENCE).episodes()).isEmpty();
    }

    @Test
    void everySilenceIsAnEpisodeOfItsOwn() {
        LineCase line = status(inTransit(), "DELAYED", 4);

        assertThat(line.judge(20, SILENCE).episodes())
                .extracting(OracleEpisode::status, OracleEpisode::deadlineMicros)
                .containsExactly(
                        tuple(EpisodeStatus.CLEARED, day(3)), tuple(EpisodeStatus.OPEN, day(5)));
    }

    @Test
    void theClockStopsWhenTheGoodsAreReceived() {
        LineCase inTime = inTransit().receipt(1, 10, 2.5, 2.5);
        LineCase later = inTransit().receipt(1, 10, 4, 4);

        assertThat(inTime.judge(20, SILENCE).episodes()).isEmpty();
        assertThat(later.judge(20, SILENCE).episodes())
                .extracting(OracleEpisode::status, OracleEpisode::deadlineMicros)
                .containsExactly(tuple(EpisodeStatus.CLEARED, day(3)));
    }

    @Test
    void anEstimateIsNoStatus() {
        LineCase line =
                inTransit().carrier("T", CarrierStatus.DELIVERED, TimeClassifier.ESTIMATED, 2.9);

        assertThat(line.judge(20, SILENCE).episodes())
                .extracting(OracleEpisode::deadlineMicros)
                .containsExactly(day(3));
    }

    private static LineCase status(LineCase line, String status, double occurred) {
        return line.carrier("T", CarrierStatus.valueOf(status), TimeClassifier.ACTUAL, occurred);
    }
}
