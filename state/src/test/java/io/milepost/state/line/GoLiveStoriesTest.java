package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.line.Story.breach;
import static io.milepost.state.line.Story.clock;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.events.LineStage;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.RuleBook;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The company goes live on 15 February; three years of history are read on the 10th. */
class GoLiveStoriesTest {

    private static final GoLive LIVE = new GoLive(Map.of("1", Said.time("2026-02-15")), Times.NONE);

    private final Story line = Story.under(RuleBook.of(Rules.all(), LIVE));

    @Test
    void historyRaisesNoAlertAndAsksOdooForNothing() {
        line.given(
                        order(10, "2023-03-01").known("2026-02-10"),
                        acknowledgement("A1", part(5, LineAnswer.CHANGED, "2023-04-01"))
                                .happened("2023-02-02")
                                .known("2026-02-10"))
                .when(clock("2026-06-01"))
                .then()
                .thenOdooIsAsked();
    }

    @Test
    void historyIsShown() {
        line.given(
                order(10, "2023-03-01").known("2026-02-10"),
                receipt(1, 10).happened("2023-03-01").known("2026-02-10"),
                invoice("I1", 10, 5).happened("2023-03-02").known("2026-02-10"));

        assertThat(line.view().stage()).isEqualTo(LineStage.CLOSED);
    }

    @Test
    void whatBecomesKnownAfterwardsCounts() {
        line.given(order(10, "2026-03-01").known("2026-02-10"))
                .when(
                        acknowledgement("A1", part(10, LineAnswer.CHANGED, "2026-03-03"))
                                .known("2026-02-16"))
                .thenOdooIsAsked(
                        "SET_LINE_DATE 2026-03-03 00:00:00",
                        "ACKNOWLEDGE_ORDER",
                        "REVIEW_SALE_PROMISE 2026-03-03 00:00:00")
                .when(receipt(1, 10).known("2026-02-20"))
                .when(clock("2026-02-24"))
                .then(breach("invoice"));
    }

    @Test
    void anotherCompanyIsNotHeldBack() {
        GoLive elsewhere = new GoLive(Map.of("2", Said.time("2026-02-15")), Times.NONE);
        Story.under(RuleBook.of(Rules.receiptOnly(), elsewhere))
                .given(order(10, "2023-03-01").known("2026-02-10"))
                .when(clock("2026-02-11"))
                .then(breach("receipt"));
    }
}
