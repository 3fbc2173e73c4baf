package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.LineKey;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Version;
import io.milepost.state.view.Knowledge;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final CarrierFact DELIVERED =
            new CarrierFact(
                    new FactHeader("carrier/c1", Version.of(7), "c1", 5, 7, 9, null),
                    CarrierStatus.DELIVERED,
                    TimeClassifier.ACTUAL,
                    11);

    @Test
    void theFirstTurnIsTheEventItself() {
        assertThat(Turn.fact(DELIVERED, 0, Set.of())).isSameAs(DELIVERED);
    }

    @Test
    void aTurnThatTakesTheEventBackLeavesNothingOfIt() {
        CarrierFact back = Turn.fact(DELIVERED, 1, Set.of());

        assertThat(back.supersedes(DELIVERED)).isTrue();
        assertThat(back.header().knownAt()).isEqualTo(DELIVERED.header().knownAt());
        for (List<Fact> facts : List.<List<Fact>>of(List.of(DELIVERED, back), List.of(back))) {
            Knowledge knowledge = Knowledge.of(facts);
            assertThat(knowledge.reached(MilestoneName.DELIVERED)).isNull();
            assertThat(knowledge.lastCarrierStatus()).isNull();
        }
    }

    @Test
    void aLaterTurnGivesItAgain() {
        CarrierFact again = Turn.fact(DELIVERED, 2, Set.of());

        assertThat(again.supersedes(Turn.fact(DELIVERED, 1, Set.of()))).isTrue();
        assertThat(again.sameContent(DELIVERED)).isTrue();
        assertThat(Turn.fact(DELIVERED, 10, Set.of()).supersedes(Turn.fact(DELIVERED, 9, Set.of())))
                .isTrue();
    }

    @Test
    void aTurnThatSaysByWhichNoticesItCameIsALaterVersionOfTheSame() {
        Turn first = Turn.first(new LineKey("main", "1", 42, 4201), Set.of());
        Turn named = first.again(Set.of("ship-notice/N/S"));
        CarrierFact again = Turn.fact(DELIVERED, named.number(), named.notices());

        assertThat(named.gives()).isTrue();
        assertThat(again.supersedes(DELIVERED)).isTrue();
        assertThat(again.notices()).containsExactly("ship-notice/N/S");
        assertThat(again.event()).isEqualTo(DELIVERED.header());
        assertThat(named.back().gives()).isFalse();
        assertThat(named.back().again(Set.of()).gives()).isTrue();
    }
}
