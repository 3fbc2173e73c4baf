package io.milepost.state.sla;

import java.io.Serializable;
import java.util.Set;

/**
 * The partners whose lines may be split in Odoo. What these say is kept until it is known whether
 * their lines were, which costs; of any other partner nothing is, and its lines stay whole.
 *
 * @param partners their names; {@code *} for all
 */
public record Splitting(Set<String> partners) implements Serializable {

    /** No line is ever split. */
    public static final Splitting NONE = new Splitting(Set.of());

    private static final String EVERYONE = "*";

    /** Every line may be split. */
    public static final Splitting ALL = new Splitting(Set.of(EVERYONE));

    /** Keeps its own copy. */
    public Splitting {
        partners = Set.copyOf(partners);
    }

    /** Whether a partner's lines may be split. */
    public boolean allows(String partner) {
        return partners.contains(EVERYONE) || partners.contains(partner);
    }
}
