package io.milepost.cli.intake;

import io.milepost.partners.intake.credential.Credential;
import io.milepost.partners.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One way in which a partner proves who it is, before its secrets are looked up.
 *
 * @param values its secrets, or what is known in their place
 * @param kind makes the credential of the values that were found
 */
record CredentialSetting(List<Reference> values, Function<List<String>, Credential> kind) {

    /** Looks the secrets up; those that lead nowhere or cannot be used are problems. */
    Optional<Credential> open(Problems problems) {
        List<String> found = new ArrayList<>();
        for (Reference value : values) {
            value.secret(problems).ifPresent(found::add);
        }
        if (found.size() < values.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(kind.apply(found));
        } catch (IllegalArgumentException e) {
            Reference first = values.get(0);
            // Made for people, and without the secret.
            problems.add(first.place(), first.path(), "secrets that can be used", e.getMessage());
            return Optional.empty();
        }
    }
}
