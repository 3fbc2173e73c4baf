package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.cancelledOrder;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.line.Story.breach;
import static io.milepost.state.line.Story.clock;
import static io.milepost.state.line.Story.silently;
import static io.milepost.state.line.Story.warning;
import static io.milepost.state.line.Story.warningOver;

import io.milepost.events.LineAnswer;
import io.milepost.state.Rules;
import io.milepost.state.sla.RuleBook;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promised for 1 March, due by the end of that day, warned of two days before. */
class WarningStoriesTest {

    private static final RuleBook RULES =
            RuleBook.of(List.of(Rules.warned(Rules.receipt(ZoneOffset.UTC), Duration.ofDays(2))));

    private final Story line = Story.under(RULES).given(order(10, "2026-03-01"));

    @Test
    void twoDaysBeforeTheDeadlineBuyersAreWarnedAndThenToldOfTheBreach() {
        line.when(clock("2026-02-28"))
                .then(warning("receipt"))
                .when(clock("2026-03-02"))
                .then(warningOver("receipt"), breach("receipt"));
    }

    @Test
    void nobodyIsWarnedTooEarlyOrOfWhatHasCome() {
        line.when(clock("2026-02-28")).then(warning("receipt"));
        Story.under(RULES)
                .given(order(10, "2026-03-01"))
                .when(clock("2026-02-27T23:59Z"))
                .then()
                .when(receipt(1, 10).known("2026-02-27T23:59Z"))
                .when(clock("2026-03-05"))
                .then();
    }

    @Test
    void theGoodsEndTheWarning() {
        line.when(clock("2026-02-28"))
                .then(warning("receipt"))
                .when(receipt(1, 10).known("2026-02-28T10:00Z"))
                .then(warningOver("receipt"))
                .when(clock("2026-03-05"))
                .then();
    }

    @Test
    void aLaterPromiseEndsTheWarningAndIsWarnedOfInItsTurn() {
        line.when(clock("2026-02-28"))
                .then(warning("receipt"))
                .when(
                        acknowledgement("A1", part(10, LineAnswer.CHANGED, "2026-03-10"))
                                .known("2026-02-28T10:00Z"))
                .then(warningOver("receipt"))
                .when(clock("2026-03-05"))
                .then()
                .when(clock("2026-03-09"))
                .then(warning("receipt"));
    }

    @Test
    void aCancelledLineIsWarnedOfNoMore() {
        line.when(clock("2026-02-28"))
                .then(warning("receipt"))
                .when(cancelledOrder(10, "2026-03-01").version(2).known("2026-02-28T10:00Z"))
                .then(warningOver("receipt"))
                .when(clock("2026-03-05"))
                .then();
    }

    @Test
    void whatBecomesKnownAtTheMomentOfTheWarningWasNotKnownBefore() {
        line.when(receipt(1, 10).known("2026-02-28"))
                .when(clock("2026-02-28"))
                .then(silently(warningOver("receipt")));
    }

    @Test
    void aDeadlineThatIsKnownTooLateForAWarningIsNotWarnedOf() {
        Story.under(RULES)
                .given(order(10, "2026-03-01").known("2026-03-05"))
                .when(clock("2026-03-06"))
                .then(breach("receipt"));
    }

    @Test
    void aWarningThatIsOverWhenItIsFoundOutNotifiesNobody() {
        line.when(clock("2026-03-05")).then(silently(warningOver("receipt")), breach("receipt"));
    }
}
