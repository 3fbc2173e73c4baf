package io.milepost.odoo.offences;

import org.apache.flink.configuration.Configuration;

/** Breaks a rule on purpose: what speaks to Odoo needs Flink. */
public final class UsesFlink {
    Configuration configuration;
}
