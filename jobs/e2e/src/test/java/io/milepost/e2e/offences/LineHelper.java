package io.milepost.e2e.offences;

/** Breaks a rule on purpose: its name says nothing. */
public final class LineHelper {}
