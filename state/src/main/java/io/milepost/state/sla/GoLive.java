package io.milepost.state.sla;

import io.milepost.state.StableId;
import io.milepost.state.Times;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * From when on companies work with Milepost. What became known before is remembered and shown, but
 * starts no clock, raises no alert and asks Odoo for nothing.
 *
 * @param byCompany microseconds by company
 * @param others for every other company; {@link Times#NONE} if they always did
 */
public record GoLive(Map<String, Long> byCompany, long others) implements Serializable {

    /** Every company always did. */
    public static final GoLive ALWAYS = new GoLive(Map.of(), Times.NONE);

    /** Keeps its own copy. */
    public GoLive {
        byCompany = Map.copyOf(byCompany);
    }

    /** Whether what became known at a time counts for a company. */
    public boolean counts(String company, long knownAt) {
        // Asked with every rule and fact: a default in getOrDefault would be boxed each time.
        Long own = byCompany.get(company);
        return knownAt >= (own == null ? others : own);
    }

    /** The same number for the same times, wherever it is asked. */
    long fingerprint() {
        return Long.parseUnsignedLong(
                StableId.of(new TreeMap<>(byCompany).toString(), Long.toString(others)), 0, 16, 16);
    }
}
