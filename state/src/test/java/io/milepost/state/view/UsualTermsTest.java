package io.milepost.state.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agrees where no rule says otherwise. */
class UsualTermsTest {

    @ParameterizedTest
    @CsvSource({
        "5.00, 5.10, true",
        "5.00, 4.90, true",
        "5.00, 5.11, false",
        "5.00, 4.89, false",
        "0,    0.00, true",
        "0,    0.01, false"
    })
    void aPriceMayBeOffByTwoPercent(BigDecimal ordered, BigDecimal found, boolean agrees) {
        assertThat(MatchTerms.USUAL.allowsPrice(ordered, found)).isEqualTo(agrees);
    }

    @Test
    void moreMayComeAndOnlyWhatCameMayBeCharged() {
        BigDecimal twelve = new BigDecimal("12");

        assertThat(MatchTerms.USUAL.allowsReceived(BigDecimal.TEN, twelve)).isTrue();
        assertThat(MatchTerms.USUAL.allowsInvoiced(twelve, BigDecimal.TEN)).isFalse();
        assertThat(MatchTerms.USUAL.allowsInvoiced(twelve, new BigDecimal("12.00"))).isTrue();
        assertThat(MatchTerms.USUAL.needsReceipt()).isTrue();
        assertThat(MatchTerms.USUAL.needsInvoice()).isTrue();
    }
}
