package io.milepost.e2e.offences;

import com.google.common.collect.ImmutableList;

/** Breaks a rule on purpose: uses the registry client's Guava. */
public final class GuavaUser {
    ImmutableList<String> list = ImmutableList.of();
}
