package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.LineKey;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which line a carrier's event ends at is a matter of what was said, never of when it came. */
class CorrelationLawsTest {

    @Provide
    Arbitrary<Sayings> sayings() {
        return Sayings.arbitrary();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("every event ends at the lines it belongs to, whatever came first or twice")
    void deliversAsSaid(@ForAll("sayings") Sayings sayings, @ForAll Random random) {
        assertThat(delivered(sayings, random, Wires.Flaw.NONE)).isEqualTo(sayings.delivered());
    }

    @Example
    @Label("the law is caught breaking, in each of the ways in which it may be broken")
    void catchesFlaws() {
        for (Wires.Flaw flaw : Wires.Flaw.values()) {
            Random random = new Random(20260201);
            boolean holds =
                    Sayings.arbitrary()
                            .sampleStream()
                            .limit(300)
                            .allMatch(s -> delivered(s, random, flaw).equals(s.delivered()));
            assertThat(holds).as(flaw.name()).isEqualTo(flaw == Wires.Flaw.NONE);
        }
    }

    private static Map<Sayings.Event, Map<LineKey, Set<String>>> delivered(
            Sayings sayings, Random random, Wires.Flaw flaw) {
        Wires wires = new Wires(flaw);
        wires.say(sayings, random);
        return wires.delivered();
    }
}
