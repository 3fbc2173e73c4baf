package io.milepost.odoo.client;

import java.io.Serializable;

/**
 * Where a secret is to be had. It travels in the job graph, so that it holds a way to the secret
 * and not the secret; it is asked once, where a client is opened.
 */
@FunctionalInterface
public interface Secret extends Serializable {

    /**
     * Looks the secret up.
     *
     * @throws IllegalArgumentException if the way leads nowhere; the message says which way it was
     */
    String reveal();

    /**
     * A reference as it stands in configuration: {@code ${env:NAME}}, {@code ${file:/path:key}} for
     * a file in Java properties form, or {@code ${file:/path}} for a file that holds nothing else.
     *
     * @throws IllegalArgumentException if it is no reference; what was given is not shown
     */
    static Secret reference(String reference) {
        return SecretReference.parse(reference);
    }
}
