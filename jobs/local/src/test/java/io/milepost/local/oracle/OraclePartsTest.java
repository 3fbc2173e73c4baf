package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static io.milepost.local.oracle.Pieces.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten pieces, planned for day 5; deadlines are at the end of the day. */
class OraclePartsTest {

    private static final OracleRule RECEIPT =
            OracleRule.of("receipt", MilestoneName.RECEIVED, OracleRule.Base.CURRENT_PROMISE, 0)
                    .untilEndOfDay();
    private static final OracleRule EACH =
            RECEIPT.with(new Expected(MilestoneName.RECEIVED, null, true, null));

    private static LineCase ordered() {
        return new LineCase().order(5, 0);
    }

    /** Three on day 5, four on day 7, three on day 9. */
    private static LineCase inParts() {
        return ordered()
                .acknowledged(
                        "A",
                        DocumentPurpose.ORIGINAL,
                        1,
                        part(LineAnswer.ACCEPTED, 3, 5),
                        part(LineAnswer.CHANGED, 3, 9),
                        part(LineAnswer.BACKORDERED, 4, 7));
    }

    @Test
    void anyQuantityIsKeptByTheFirstReceipt() {
        assertThat(episodes(ordered().receipt(1, 1, 5, 5), share("0"))).isEmpty();
        assertThat(episodes(ordered().receipt(1, 1, 7, 7), share("0")))
                .extracting(OracleEpisode::status)
                .containsExactly(EpisodeStatus.CLEARED);
        assertThat(episodes(ordered().receipt(1, 1, 5, 5).receipt(2, -1, 5.5, 5.5), share("0")))
                .as("a receipt that is reversed")
                .extracting(OracleEpisode::status)
                .containsExactly(EpisodeStatus.OPEN);
    }

    @Test
    void aShareIsKeptWhenItIsReached() {
        LineCase nine = ordered().receipt(1, 9, 5, 5);

        assertThat(episodes(nine, share("90"))).isEmpty();
        assertThat(episodes(nine, share("90.1"))).hasSize(1);
        assertThat(episodes(nine, RECEIPT)).hasSize(1);
        assertThat(episodes(nine.order(1, OrderState.PURCHASE, 11, 5, 5.5, 5.5), share("90")))
                .as("a share of what is ordered now")
                .hasSize(1);
    }

    @Test
    void eachPartIsExpectedByItsOwnDay() {
        assertThat(episodes(inParts(), EACH))
                .extracting(OracleEpisode::scheduleLine, OracleEpisode::deadlineMicros)
                .containsExactly(tuple(0, day(10)), tuple(1, day(6)), tuple(2, day(8)));
        assertThat(episodes(inParts(), RECEIPT))
                .extracting(OracleEpisode::scheduleLine)
                .containsExactly(0);
    }

    @Test
    void whatIsNeededIsEverythingUpToADay() {
        LineCase early = inParts().receipt(1, 7, 4, 4).receipt(2, 3, 9, 9);
        LineCase short2 = inParts().receipt(1, 3, 4, 4).receipt(2, 3, 7, 7).receipt(3, 4, 9, 9);

        assertThat(episodes(early, EACH)).isEmpty();
        assertThat(episodes(short2, EACH))
                .extracting(OracleEpisode::scheduleLine, OracleEpisode::status)
                .containsExactly(tuple(2, EpisodeStatus.CLEARED));
    }

    @Test
    void aBreachOfAPartKeepsWhatWasNeededThen() {
        LineCase later =
                inParts()
                        .acknowledged(
                                "B", DocumentPurpose.ORIGINAL, 6.5, part(LineAnswer.CHANGED, 10, 8))
                        .receipt(1, 3, 5, 6.2);

        assertThat(episodes(later, EACH))
                .extracting(
                        OracleEpisode::scheduleLine,
                        OracleEpisode::status,
                        OracleEpisode::deadlineMicros)
                .containsExactly(
                        tuple(1, EpisodeStatus.RETRACTED, day(6)),
                        tuple(0, EpisodeStatus.OPEN, day(9)));
    }

    @Test
    void partsOfAcknowledgementsThatAddUpAreOneSchedule() {
        LineCase two =
                ordered()
                        .acknowledged(
                                "A", DocumentPurpose.ORIGINAL, 1, part(LineAnswer.ACCEPTED, 6, 5))
                        .added("B", 2, part(LineAnswer.BACKORDERED, 4, 9));

        assertThat(episodes(two, EACH))
                .extracting(OracleEpisode::scheduleLine, OracleEpisode::deadlineMicros)
                .containsExactly(tuple(0, day(10)), tuple(1, day(6)));
    }

    @Test
    void aLaterDateOfTheBuyersIsOneDayAgainButNotASuppliersOwnDate() {
        assertThat(episodes(inParts().order(12, 2), EACH))
                .extracting(OracleEpisode::scheduleLine, OracleEpisode::deadlineMicros)
                .containsExactly(tuple(0, day(13)));
        assertThat(episodes(inParts().order(7, 2), EACH)).hasSize(3);
    }

    @Test
    void aPartThatMakesUpTheOrderedQuantityIsTheLineInFull() {
        LineCase more =
                ordered()
                        .acknowledged(
                                "A",
                                DocumentPurpose.ORIGINAL,
                                1,
                                part(LineAnswer.ACCEPTED, 10, 5),
                                part(LineAnswer.CHANGED, 2, 9));

        assertThat(episodes(more, EACH)).extracting(OracleEpisode::scheduleLine).containsExactly(0);
    }

    @Test
    void eachPartIsWarnedOf() {
        OracleRule warning = EACH.with(new Due(0, true, ZoneOffset.UTC, Micros.DAY, null));

        assertThat(inParts().judge(20, warning).warnings())
                .extracting(OracleEpisode::scheduleLine, OracleEpisode::openedAtMicros)
                .containsExactly(tuple(0, day(9)), tuple(1, day(5)), tuple(2, day(7)));
    }

    private static OracleRule share(String percent) {
        return RECEIPT.with(
                new Expected(MilestoneName.RECEIVED, new BigDecimal(percent), false, null));
    }

    private static List<OracleEpisode> episodes(LineCase line, OracleRule rule) {
        return line.judge(20, rule).episodes();
    }
}
