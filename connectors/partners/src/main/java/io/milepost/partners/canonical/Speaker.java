package io.milepost.partners.canonical;

import java.util.Objects;

/**
 * Who says what a message says, and to whom.
 *
 * @param instance the Odoo instance that its events belong to
 * @param company the company within the instance
 * @param partner the trading partner that speaks
 * @param sourceSystem the way by which it speaks, such as {@code edi-x12}
 * @param adds whether its acknowledgements add to earlier ones unless a message says otherwise
 */
public record Speaker(
        String instance, String company, String partner, String sourceSystem, boolean adds) {

    /** Checks that everything is there. */
    public Speaker {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(sourceSystem, "sourceSystem");
    }
}
