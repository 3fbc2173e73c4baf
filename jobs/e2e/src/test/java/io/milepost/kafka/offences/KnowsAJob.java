package io.milepost.kafka.offences;

import io.milepost.pipelines.offences.KnowsTheStack;

/** Breaks a rule on purpose: a connector that knows a job. */
public final class KnowsAJob {
    KnowsTheStack job;
}
