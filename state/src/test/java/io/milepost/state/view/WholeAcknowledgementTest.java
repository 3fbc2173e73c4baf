package io.milepost.state.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.codec.FactCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeAcknowledgementTest {

    private static final Fact ORDER = Said.order(250, "2026-03-20").known("2026-03-02").fact();
    private static final Fact MORE =
            Said.order(300, "2026-03-20").version(2).known("2026-03-05").fact();

    private static Fact accepted(String known) {
        return Said.wholeAcknowledgement("A1", LineAnswer.ACCEPTED, null).known(known).fact();
    }

    @Test
    void itConfirmsWhatWasOrderedWhenItBecameKnown() {
        assertThat(confirmed(ORDER, accepted("2026-03-03"), MORE)).isEqualByComparingTo("250");
        assertThat(confirmed(ORDER, MORE, accepted("2026-03-06"))).isEqualByComparingTo("300");
    }

    @Test
    void onePartnerThatIsQuickerThanTheOrderIsToldAsSoonAsTheOrderIsKnown() {
        assertThat(confirmed(accepted("2026-03-01"), ORDER, MORE)).isEqualByComparingTo("250");
    }

    @Test
    void aRejectionConfirmsNothing() {
        Fact rejected =
                Said.wholeAcknowledgement("A1", LineAnswer.REJECTED, null)
                        .known("2026-03-03")
                        .fact();

        assertThat(confirmed(ORDER, rejected)).isEqualByComparingTo("0");
    }

    @Test
    void withoutADateTheOrdersHolds() {
        Knowledge knowledge = Knowledge.of(List.of(ORDER, accepted("2026-03-03")));

        assertThat(Promises.current(knowledge)).isEqualTo(Said.time("2026-03-20"));
    }

    @Test
    void itComesBackFromItsBytes() {
        Fact fact =
                Said.wholeAcknowledgement("A1", LineAnswer.ACCEPTED, "2026-03-24")
                        .known("2026-03-03")
                        .fact();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        FactCodec.write(fact, new StateOutput(new DataOutputStream(bytes)));

        Fact back = FactCodec.read(new StateInput(bytes.toByteArray()));
        assertThat(back).isEqualTo(fact);
        assertThat(((AcknowledgementFact) back).whole().promisedAt()).isNotEqualTo(Times.NONE);
    }

    private static java.math.BigDecimal confirmed(Fact... facts) {
        return Quantities.of(Knowledge.of(List.of(facts))).confirmed();
    }
}
