package io.milepost.partners.intake.http;

import io.milepost.partners.intake.credential.Credential;
import io.milepost.partners.intake.credential.Presented;
import io.milepost.partners.intake.credential.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** All ways in which one partner may prove who it is. */
record Credentials(List<Credential> all) {

    /** What the headers alone prove. */
    Verdict byHeaders(Presented head, Instant now) {
        return first(it -> !it.needsBody(), (it, at) -> it.check(head, at), now);
    }

    /** Whether the body may prove it, by what the headers say. */
    Verdict foresee(Presented head, Instant now) {
        return first(Credential::needsBody, (it, at) -> it.foresee(head, at), now);
    }

    /** What the whole call proves. */
    Verdict byBody(Presented whole, Instant now) {
        return first(Credential::needsBody, (it, at) -> it.check(whole, at), now);
    }

    /** The first that accepts; the reasons of all that were asked if none does. */
    private Verdict first(
            Predicate<Credential> which,
            BiFunction<Credential, Instant, Verdict> question,
            Instant now) {
        List<String> reasons = new ArrayList<>();
        for (Credential credential : all) {
            if (which.test(credential)) {
                Verdict verdict = question.apply(credential, now);
                if (verdict.accepted()) {
                    return verdict;
                }
                reasons.add(verdict.reason());
            }
        }
        return Verdict.refuse(String.join("; ", reasons));
    }
}
