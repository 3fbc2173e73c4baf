package io.milepost.state.sla;

import static io.milepost.state.sla.Policies.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import io.milepost.events.PartialAnswer;
import io.milepost.state.LineKey;
import io.milepost.state.Said;
import io.milepost.state.view.Knowledge;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule that wants lines to be split, and the partner acme. */
class SplittingTest {

    private static final LineKey LINE = new LineKey("main", "1", 42, 4201);

    @Test
    void linesOfAPartnerThatDoesNotLetThemBeSplitAreReviewed() {
        assertThat(partial(new Splitting(Set.of("other")))).isEqualTo(PartialAnswer.REVIEW);
        assertThat(partial(Splitting.NONE)).isEqualTo(PartialAnswer.REVIEW);

        assertThat(partial(new Splitting(Set.of("other", "acme")))).isEqualTo(PartialAnswer.SPLIT);
        assertThat(partial(Splitting.ALL)).isEqualTo(PartialAnswer.SPLIT);
    }

    private static PartialAnswer partial(Splitting splitting) {
        RuleBook book = new RuleBook(GoLive.ALWAYS, splitting);
        book.add(
                rule(
                        policy -> {
                            policy.setExpects(MilestoneName.UNKNOWN);
                            policy.setBase(DeadlineBase.UNKNOWN);
                            policy.setRequests(
                                    OdooRequests.newBuilder()
                                            .setPartial(PartialAnswer.SPLIT)
                                            .build());
                        }));
        return book.requests(LINE, Knowledge.of(List.of(Said.order(10, "2026-03-01").fact())))
                .partial();
    }
}
