package io.milepost.odoo.client;

/**
 * The version of an Odoo server.
 *
 * @param series the major release: 16 to 19
 * @param text the server's own words, for example {@code 18.0} or {@code saas~17.4}
 */
public record OdooVersion(int series, String text) {

    /** Whether a condition on a time counts by whole seconds; up to 18 by microseconds. */
    public boolean comparesBySeconds() {
        return series >= 19;
    }
}
