package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MatchKind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must come for a match, and how far it may be off. */
class MatchPolicyTest {

    private static final BigDecimal TEN = BigDecimal.TEN;

    @ParameterizedTest
    @CsvSource({"THREE_WAY, true, true", "TWO_WAY, false, true", "CONSIGNMENT, true, false"})
    void theKindSaysWhatMustCome(MatchKind kind, boolean receipt, boolean invoice) {
        MatchPolicy policy = new MatchPolicy(kind, Limit.EXACT, Limit.EXACT, false);

        assertThat(policy.needsReceipt()).isEqualTo(receipt);
        assertThat(policy.needsInvoice()).isEqualTo(invoice);
    }

    @Test
    void moreThanOrderedIsWelcomeButNotChargedForWithoutALimit() {
        MatchPolicy policy = new MatchPolicy(MatchKind.THREE_WAY, Limit.EXACT, Limit.EXACT, true);

        assertThat(policy.allowsReceived(TEN, new BigDecimal("10.0"))).isTrue();
        assertThat(policy.allowsReceived(TEN, new BigDecimal("11"))).isTrue();
        assertThat(policy.allowsReceived(TEN, new BigDecimal("9"))).isFalse();
        assertThat(policy.allowsInvoiced(TEN, new BigDecimal("10.0"))).isTrue();
        assertThat(policy.allowsInvoiced(TEN, new BigDecimal("11"))).isFalse();
    }

    @Test
    void moreThanOrderedIsNotAcceptedUnlessSaidSo() {
        MatchPolicy policy = new MatchPolicy(MatchKind.THREE_WAY, Limit.EXACT, Limit.EXACT, false);

        assertThat(policy.allowsReceived(TEN, new BigDecimal("11"))).isFalse();
        assertThat(policy.allowsReceived(TEN, TEN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2,  ,     100,  102,    true",
        "2,  ,     100,  102.01, false",
        "2,  ,     100,  98,     true",
        "2,  ,     100,  97.99,  false",
        "2,  ,     -100, -102,   true",
        "2,  ,     -100, -103,   false",
        ",   0.5,  100,  100.5,  true",
        ",   0.5,  100,  100.51, false",
        ",   0.5,  1,    0.5,    true",
        ",   ,     100,  100.00, true",
        ",   ,     100,  100.01, false"
    })
    void aLimitHoldsOnItsEdgeAndInBothDirections(
            BigDecimal percent,
            BigDecimal absolute,
            BigDecimal agreed,
            BigDecimal found,
            boolean allowed) {
        assertThat(new Limit(percent, absolute, true).allows(agreed, found)).isEqualTo(allowed);
        assertThat(new Limit(percent, absolute, false).allows(agreed, found)).isEqualTo(allowed);
    }
}
