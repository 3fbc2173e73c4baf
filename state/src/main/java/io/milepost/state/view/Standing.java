package io.milepost.state.view;

import io.milepost.state.codec.FactCodec;
import io.milepost.state.codec.HeaderCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;

/**
 * The current version of one thing, with what its earlier versions still mean.
 *
 * @param fact the current version
 * @param since header of the version since which it counts as it does now; a later version that
 *     says the same about quantity and time, as when a bill is paid, does not move it
 * @param everCounted whether any version was in force
 * @param answeredBy for a supplier's invoice: how many booked bills name it; -1 for a version that
 *     is not the current one
 */
public record Standing(Fact fact, FactHeader since, boolean everCounted, int answeredBy) {

    private static final int NO_LONGER = -1;

    /** An entry for a version that is not the current one. */
    public static Standing superseded(Fact fact) {
        return new Standing(fact, fact.header(), false, NO_LONGER);
    }

    /** Whether this is not the current version. */
    public boolean isSuperseded() {
        return answeredBy == NO_LONGER;
    }

    Standing answeredByMore(int bills) {
        return new Standing(fact, since, everCounted, answeredBy + bills);
    }

    Standing since(FactHeader header) {
        return new Standing(fact, header, everCounted, answeredBy);
    }

    /** Writes. */
    public void write(StateOutput out) {
        FactCodec.write(fact, out);
        boolean own = since.equals(fact.header());
        out.flag(own);
        if (!own) {
            HeaderCodec.write(since, out);
        }
        out.flag(everCounted);
        out.number(answeredBy);
    }

    /** Reads. */
    public static Standing read(StateInput in) {
        Fact fact = FactCodec.read(in);
        FactHeader since = in.flag() ? fact.header() : HeaderCodec.read(in);
        return new Standing(fact, since, in.flag(), in.count());
    }
}
