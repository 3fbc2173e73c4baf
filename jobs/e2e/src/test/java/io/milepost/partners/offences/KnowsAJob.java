package io.milepost.partners.offences;

import io.milepost.pipelines.offences.KnowsTheStack;

/** Breaks a rule on purpose: what speaks with partners knows a job. */
public final class KnowsAJob {
    KnowsTheStack job;
}
