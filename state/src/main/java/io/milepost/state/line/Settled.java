package io.milepost.state.line;

import io.milepost.state.codec.HeaderCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.Place;
import io.milepost.state.sla.Decider;
import io.milepost.state.view.Knowledge;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.Arrays;

/**
 * What the facts of a line tell that were stored away.
 *
 * @param until place of the last of them; a fact that belongs before it makes all be told anew
 * @param told what they tell, as the decider wrote it
 */
record Settled(Place until, byte[] told) {

    static Settled of(Decider decider, Place until) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        decider.write(new StateOutput(new DataOutputStream(bytes)));
        return new Settled(until, bytes.toByteArray());
    }

    /** The newest version of the order among them; {@code null} if there is none. */
    OrderFact order() {
        return Knowledge.orderIn(input());
    }

    StateInput input() {
        return new StateInput(told);
    }

    void write(StateOutput out) {
        out.number(until.knownAt());
        out.code(until.rank());
        out.text(until.identity());
        HeaderCodec.write(until.version(), out);
        out.bytes(told);
    }

    static Settled read(StateInput in) {
        Place until = new Place(in.number(), in.code(), in.text(), HeaderCodec.readVersion(in));
        return new Settled(until, in.bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settled that
                && until.equals(that.until)
                && Arrays.equals(told, that.told);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(told);
    }

    @Override
    public String toString() {
        return "settled until " + until + ", " + told.length + " bytes";
    }
}
