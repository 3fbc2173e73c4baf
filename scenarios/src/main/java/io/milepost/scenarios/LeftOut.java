package io.milepost.scenarios;

import java.util.Arrays;
import java.util.Optional;

/** Why a story is not played everywhere. A scenario says so by a tag. */
public enum LeftOut {
    /** Waiting for an order or shipment, refusing and giving up are the operators' business. */
    MODEL_HAS_NO_CORRELATION("@model-has-no-correlation", Layer.MODEL),
    /** Only the job reads feeds that can fall silent and says which one did. */
    MODEL_HAS_NO_FEEDS("@model-has-no-feeds", Layer.MODEL),
    /** The same for the operators, whose watch goes by the machine's clock. */
    OPERATORS_HAVE_NO_FEEDS("@operators-have-no-feeds", Layer.OPERATORS),
    /** In the one job of all stories the others' heartbeats come between two events. */
    JOB_CLOCK_IS_SHARED("@job-clock-is-shared", Layer.JOB);

    private final String tag;
    private final Layer layer;

    LeftOut(String tag, Layer layer) {
        this.tag = tag;
        this.layer = layer;
    }

    /** Where a story with this tag is not played. */
    public Layer layer() {
        return layer;
    }

    /**
     * The reason that a tag gives.
     *
     * @param tag with its at sign
     * @return empty for a tag that is none
     */
    static Optional<LeftOut> of(String tag) {
        return Arrays.stream(values()).filter(reason -> reason.tag.equals(tag)).findFirst();
    }
}
