package io.milepost.odoo.setup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is set up.
 *
 * @param botLogin login of the user that Milepost works as
 * @param botEmail its e-mail address, given to a bot that has none; {@code null} to leave it
 * @param features what Milepost may do
 */
public record SetupOptions(String botLogin, String botEmail, Set<Feature> features) {

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException with everything that is wrong
     */
    public SetupOptions {
        List<String> problems = new ArrayList<>();
        if (botLogin == null || botLogin.isBlank()) {
            problems.add("bot: expected a login but found nothing");
        }
        if (botEmail != null && !botEmail.contains("@")) {
            problems.add("bot-email: expected an e-mail address but found " + botEmail);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        Set<Feature> all = EnumSet.of(Feature.ORDERS);
        all.addAll(features);
        features = Collections.unmodifiableSet(all);
    }
}
