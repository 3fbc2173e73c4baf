package io.milepost.cli.offences;

/** What another offender knows; no offender itself. */
public final class Command {}
