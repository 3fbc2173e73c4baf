package io.milepost.partners.offences;

import org.apache.flink.configuration.Configuration;

/** Breaks a rule on purpose: what speaks with partners needs Flink. */
public final class UsesFlink {
    Configuration configuration;
}
