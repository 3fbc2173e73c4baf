package io.milepost.state.offences;

import io.milepost.pipelines.offences.KnowsTheStack;

/** Breaks a rule on purpose: state that knows a job. */
public final class KnowsAJob {
    KnowsTheStack job;
}
