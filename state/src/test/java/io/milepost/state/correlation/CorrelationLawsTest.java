package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
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
        Wires wires = new Wires();
        wires.say(sayings, random);

        assertThat(wires.delivered()).isEqualTo(sayings.delivered());
    }
}
