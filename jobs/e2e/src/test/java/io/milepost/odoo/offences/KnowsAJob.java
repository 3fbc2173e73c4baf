package io.milepost.odoo.offences;

import io.milepost.pipelines.offences.KnowsTheStack;

/** Breaks a rule on purpose: what speaks to Odoo knows a job. */
public final class KnowsAJob {
    KnowsTheStack job;
}
