package io.milepost.local.offences;

import io.milepost.cli.offences.Command;

/** Breaks a rule on purpose: the embedded stack that knows its user. */
public final class KnowsTheCommandLine {
    Command command;
}
