package io.milepost.bench.story;

import java.util.Locale;

/** Which events a story is made of, and so which way they go through the job. */
public enum Mix {
    /**
     * All but the order itself name their line: Odoo's receipts and bills, suppliers' documents.
     */
    NAMED,
    /** All come from a supplier that names the order and the number of the line. */
    HOP,
    /** The generated distributor's. */
    DISTRIBUTOR;

    /** The mix of that name, in lower case. */
    public static Mix named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What it is, for the page. */
    public String title() {
        return switch (this) {
            case NAMED -> "all but the order name their line";
            case HOP -> "all but the order name order and line number, one hop";
            case DISTRIBUTOR -> "the distributor's mix";
        };
    }
}
