package io.milepost.pipelines.offences;

import io.milepost.local.offences.KnowsTheCommandLine;

/** Breaks a rule on purpose: a job that knows the embedded stack. */
public final class KnowsTheStack {
    KnowsTheCommandLine stack;
}
