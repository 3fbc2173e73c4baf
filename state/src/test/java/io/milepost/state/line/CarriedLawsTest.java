package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.Said;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.ShipNoticeFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a carrier says of a shipment is heard by those that have goods in it, and by no other. */
class CarriedLawsTest {

    @Provide
    Arbitrary<List<Said>> sayings() {
        return Arbitraries.oneOf(SharesLawsTest.notices(), SharesLawsTest.statuses())
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("whoever has a share of the goods hears of them, whatever came first")
    void areHeardByWhomTheyAreAbout(
            @ForAll("sayings") List<Said> sayings, @ForAll @IntRange(max = 10) int day) {
        assertThat(holds(sayings, day, UnaryOperator.identity())).isTrue();
    }

    @Example
    @Label("the law is caught breaking where nobody is told which goods a carrier speaks of")
    void catchesStatusesOfUnknownGoods() {
        List<Said> sayings = List.of(SharesLawsTest.statuses().sample(), all("S1"), all("S2"));
        assertThat(holds(sayings, 1, UnaryOperator.identity())).isTrue();
        assertThat(holds(sayings, 1, CarriedLawsTest::withoutNotices)).isFalse();
    }

    private static Said all(String number) {
        return Said.shipNotice(number, 100, false).known("2026-02-02");
    }

    private static boolean holds(List<Said> sayings, int day, UnaryOperator<Fact> heard) {
        List<Fact> facts =
                LineFacts.of(SharesLawsTest.facts(sayings)).byKnowledge().stream()
                        .map(heard)
                        .toList();
        for (int member = 0; member < SharesLawsTest.SIZES.length; member++) {
            Map<String, Fact> now = new HashMap<>();
            List<Fact> whole = SharesLawsTest.of(member, facts, day, Function.identity());
            for (Fact fact : Shares.of(LineFacts.of(whole).byKnowledge())) {
                now.merge(
                        fact.header().identity(),
                        fact,
                        (known, next) -> known.supersedes(next) ? known : next);
            }
            for (Fact fact : newest(facts).values()) {
                if (fact instanceof CarrierFact carrier
                        && hears(carrier, now) != isOf(now, carrier)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, Fact> newest(List<Fact> facts) {
        Map<String, Fact> newest = new HashMap<>();
        for (Fact fact : facts) {
            newest.merge(
                    fact.header().identity(),
                    fact,
                    (known, next) -> known.supersedes(next) ? known : next);
        }
        return newest;
    }

    private static boolean hears(CarrierFact carrier, Map<String, Fact> now) {
        return now.get(carrier.header().identity()) instanceof CarrierFact heard
                && !heard.saysNothing();
    }

    private static boolean isOf(Map<String, Fact> now, CarrierFact carrier) {
        return carrier.notices().stream()
                .anyMatch(
                        notice ->
                                now.get(notice) instanceof ShipNoticeFact share
                                        && !share.cancelled()
                                        && share.quantity().signum() > 0);
    }

    private static Fact withoutNotices(Fact fact) {
        return fact instanceof CarrierFact carrier ? carrier.broughtBy(List.of()) : fact;
    }
}
