package io.milepost.odoo.offences;

import io.milepost.odoo.embedded.EmbeddedOdoo;

/** Breaks a rule on purpose: what speaks to Odoo knows the double. */
public final class KnowsItsDouble {
    EmbeddedOdoo odoo;
}
