package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;

/** Bytes of a milestone that is reached, or is not. */
final class ReachedCodec {

    private static final MilestoneName[] NAMES = MilestoneName.values();
    private static final TimeClassifier[] CLASSIFIERS = TimeClassifier.values();

    private ReachedCodec() {}

    static void write(Reached reached, StateOutput out) {
        out.flag(reached != null);
        if (reached != null) {
            out.code(reached.name().ordinal());
            out.code(reached.classifier().ordinal());
            out.number(reached.occurredAt());
            out.number(reached.recordedAt());
            out.number(reached.knownAt());
            out.text(reached.factId());
            out.text(reached.traceparent());
        }
    }

    static Reached read(StateInput in) {
        return in.flag()
                ? new Reached(
                        in.constant(NAMES),
                        in.constant(CLASSIFIERS),
                        in.number(),
                        in.number(),
                        in.number(),
                        in.text(),
                        in.text())
                : null;
    }
}
