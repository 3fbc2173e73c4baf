package io.milepost.local.oracle.offences;

import io.milepost.state.offences.ReadsFiles;

/** Breaks a rule on purpose: an oracle that shares code with what it judges. */
public final class AsksTheAccused {
    ReadsFiles accused;
}
