package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MatchKind;
import io.milepost.events.MilestoneName;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten pieces are ordered at 5.00. */
class MatchingTest {

    @ParameterizedTest(name = "{0} % and {1} of 100, one is enough: {2}; {3} holds: {4}")
    @CsvSource({
        ",, false, 100, true",
        ",, false, 100.01, false",
        "2,, false, 102, true",
        "2,, false, 97.99, false",
        ", 3, false, 103, true",
        ", 3, false, 103.01, false",
        "2, 3, false, 102, true",
        "2, 3, false, 103, false",
        "2, 3, true, 103, true",
        "2, 3, true, 103.01, false"
    })
    void aFigureIsAsOrderedWithinItsLimits(
            BigDecimal percent, BigDecimal absolute, boolean or, BigDecimal figure, boolean holds) {
        assertThat(new Limit(percent, absolute, or).holds(new BigDecimal(100), figure))
                .isEqualTo(holds);
    }

    @Test
    void aThreeWayMatchNeedsBothQuantitiesAsOrdered() {
        MatchTerms some = terms(MatchKind.THREE_WAY, Limit.percent("10"), false);

        assertThat(matched(received(11).bill("B", 10, "5", 4, null), some)).isEqualTo(day(4));
        assertThat(matched(received(12).bill("B", 10, "5", 4, null), some)).isNull();
        assertThat(matched(received(10).bill("B", 12, "5", 4, null), some)).isNull();
        assertThat(matched(received(10), some)).isNull();
    }

    @Test
    void moreThanOrderedMayBeTakenWithoutALimit() {
        MatchTerms over = terms(MatchKind.THREE_WAY, Limit.NONE, true);

        assertThat(matched(received(17).bill("B", 17, "5", 4, null), over)).isEqualTo(day(4));
        assertThat(
                        matched(
                                received(17).bill("B", 17, "5", 4, null),
                                terms(MatchKind.THREE_WAY, Limit.NONE, false)))
                .isNull();
    }

    @Test
    void aTwoWayMatchAsksForNoReceipt() {
        LineCase line = new LineCase().order(5, 0).bill("B", 10, "5", 4, null);
        MatchTerms two = terms(MatchKind.TWO_WAY, Limit.NONE, false);

        assertThat(matched(line, two)).isEqualTo(day(4));
        assertThat(reached(line, two, MilestoneName.CLOSED)).isEqualTo(day(4));
        assertThat(reached(line, null, MilestoneName.CLOSED)).isNull();
    }

    @Test
    void goodsOnConsignmentAskForNoInvoice() {
        MatchTerms none = terms(MatchKind.CONSIGNMENT, Limit.NONE, false);

        assertThat(matched(received(10), none)).isEqualTo(day(3));
        assertThat(reached(received(10), none, MilestoneName.CLOSED)).isEqualTo(day(3));
        assertThat(matched(received(11), none)).isNull();
    }

    @Test
    void theTermsAreThoseOfTheVariantThatApplies() {
        OracleRule general = rule(terms(MatchKind.THREE_WAY, Limit.NONE, false));
        OracleRule forVendor =
                rule(terms(MatchKind.CONSIGNMENT, Limit.NONE, false))
                        .with(new OracleRule.Version("match", "v", 1, Long.MIN_VALUE, false))
                        .with(Pieces.supplier("V"));

        assertThat(
                        received(10)
                                .judge(20, general, forVendor)
                                .lines()
                                .get(LineCase.LINE)
                                .has(MilestoneName.MATCHED))
                .isTrue();
        assertThat(
                        received(10)
                                .judge(20, general, forVendor.with(Pieces.supplier("W")))
                                .lines()
                                .get(LineCase.LINE)
                                .has(MilestoneName.MATCHED))
                .isFalse();
    }

    private static LineCase received(int quantity) {
        return new LineCase().order(5, 0).receipt(1, quantity, 3, 3);
    }

    private static MatchTerms terms(MatchKind kind, Limit quantity, boolean unlimitedOver) {
        return new MatchTerms(kind, Limit.NONE, quantity, unlimitedOver);
    }

    private static OracleRule rule(MatchTerms terms) {
        return OracleRule.of("match", MilestoneName.MATCHED, OracleRule.Base.START, 0)
                .with(new Expected(MilestoneName.MATCHED, null, false, terms));
    }

    private static Long matched(LineCase line, MatchTerms terms) {
        return reached(line, terms, MilestoneName.MATCHED);
    }

    private static Long reached(LineCase line, MatchTerms terms, MilestoneName milestone) {
        return line.judge(20, rule(terms)).lines().get(LineCase.LINE).reached().get(milestone);
    }
}
