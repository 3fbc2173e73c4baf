package io.milepost.state.line;

import static io.milepost.state.Said.bill;
import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.line.Story.breach;
import static io.milepost.state.line.Story.cleared;
import static io.milepost.state.line.Story.clock;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineStage;
import io.milepost.events.MatchKind;
import io.milepost.events.MatchOutcome;
import io.milepost.events.MilestoneName;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.Limit;
import io.milepost.state.sla.MatchPolicy;
import io.milepost.state.sla.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten pieces at 5 EUR, matched by the terms of a rule. */
class MatchStoriesTest {

    private static final Limit TWO_PERCENT_OR_ONE_EURO =
            new Limit(new BigDecimal("2"), BigDecimal.ONE, false);
    private static final Limit TWO_PERCENT_AND_A_CENT =
            new Limit(new BigDecimal("2"), new BigDecimal("0.01"), true);

    @Test
    void aPriceWithinOneOfTwoLimitsMatchesWhereOneIsEnough() {
        Story line = under(MatchKind.THREE_WAY, TWO_PERCENT_OR_ONE_EURO, Limit.EXACT);

        line.when(received(10), invoice("I1", 10, 6).known("2026-02-26"));

        assertThat(line.view().match()).isEqualTo(MatchOutcome.MATCHED);
    }

    @Test
    void aPriceMustKeepBothLimitsWhereBothAreAsked() {
        Story line = under(MatchKind.THREE_WAY, TWO_PERCENT_AND_A_CENT, Limit.EXACT);

        line.when(received(10), invoice("I1", 10, 6).known("2026-02-26"));

        assertThat(line.view().match()).isEqualTo(MatchOutcome.PRICE_DIFFERS);
    }

    @Test
    void aBillInFullForHalfOfTheGoodsDoesNotMatchAndOneWithinTheToleranceDoes() {
        Limit tenth = new Limit(BigDecimal.TEN, null, false);
        Story half = under(MatchKind.THREE_WAY, Limit.EXACT, tenth);
        Story nearly = under(MatchKind.THREE_WAY, Limit.EXACT, tenth);

        half.when(received(10), invoice("I1", 20, 5).known("2026-02-26"));
        nearly.when(received(10), invoice("I1", 11, 5).known("2026-02-26"));

        assertThat(half.view().match()).isEqualTo(MatchOutcome.QUANTITY_DIFFERS);
        assertThat(nearly.view().match()).isEqualTo(MatchOutcome.MATCHED);
    }

    @Test
    void moreThanOrderedDoesNotMatchWhereTheQuantityMustBeExact() {
        Story line = under(MatchKind.THREE_WAY, Limit.EXACT, Limit.EXACT);

        line.when(received(12), invoice("I1", 12, 5).known("2026-02-26"));

        assertThat(line.view().match()).isEqualTo(MatchOutcome.QUANTITY_DIFFERS);
    }

    @Test
    void aTwoWayMatchAsksForNoReceipt() {
        Story line = under(MatchKind.TWO_WAY, Limit.EXACT, Limit.EXACT);

        line.when(invoice("I1", 10, 5).known("2026-02-26"));

        assertThat(line.view().match()).isEqualTo(MatchOutcome.MATCHED);
        assertThat(line.view().stage()).isEqualTo(LineStage.CLOSED);
    }

    @Test
    void consignmentAsksForNoInvoice() {
        Story line = under(MatchKind.CONSIGNMENT, Limit.EXACT, Limit.EXACT);

        line.when(received(10));

        assertThat(line.view().match()).isEqualTo(MatchOutcome.MATCHED);
        assertThat(line.view().stage()).isEqualTo(LineStage.CLOSED);
    }

    @Test
    void theTermsHoldBeforeTheClockOfTheirRuleStarts() {
        Story line = under(MatchKind.CONSIGNMENT, MilestoneName.SHIPPED);

        line.when(received(10));

        assertThat(line.view().match()).isEqualTo(MatchOutcome.MATCHED);
        assertThat(line.view().stage()).isEqualTo(LineStage.CLOSED);
    }

    @Test
    void aWrongPriceBreachesAndACorrectedBillClears() {
        Story line = under(MatchKind.THREE_WAY, Limit.EXACT, Limit.EXACT);

        line.when(received(10), bill(7, "I1", 10, 6, Times.NONE).known("2026-02-26"))
                .when(clock("2026-04-01"))
                .then(breach("match"))
                .when(bill(7, "I1", 10, 5, Times.NONE).version(2).known("2026-04-02"))
                .then(cleared("match"));
    }

    private static Story under(MatchKind kind, Limit price, Limit quantity) {
        MilestoneName start =
                kind == MatchKind.CONSIGNMENT ? MilestoneName.RECEIVED : MilestoneName.INVOICED;
        MatchPolicy terms = new MatchPolicy(kind, price, quantity, false);
        return Story.under(RuleBook.of(List.of(Rules.match(start, terms))))
                .given(order(10, "2026-03-01"));
    }

    private static Story under(MatchKind kind, MilestoneName start) {
        MatchPolicy terms = new MatchPolicy(kind, Limit.EXACT, Limit.EXACT, false);
        return Story.under(RuleBook.of(List.of(Rules.match(start, terms))))
                .given(order(10, "2026-03-01"));
    }

    private static Said received(int pieces) {
        return receipt(1, pieces).known("2026-02-20");
    }
}
