package io.milepost.schemas.offences;

import io.milepost.state.offences.ReadsFiles;

/** Breaks a rule on purpose: a contract that knows the state. */
public final class KnowsALine {
    ReadsFiles reader;
}
