package io.milepost.partners.intake.http;

import io.milepost.partners.intake.credential.Credential;
import io.milepost.partners.message.Format;
import java.util.List;
import java.util.Objects;

/**
 * A partner that may call.
 *
 * @param profile its profile, which is its path
 * @param format the syntax that it sends
 * @param credentials how it may prove who it is; one of them is enough
 * @param callsPerMinute how many calls it may make in a minute; more may come at once, up to that
 *     number, after a pause
 */
public record IntakePartner(
        String profile, Format format, List<Credential> credentials, int callsPerMinute) {

    /** Checks the parts: nobody calls without a credential. */
    public IntakePartner {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(format, "format");
        credentials = List.copyOf(credentials);
        if (credentials.isEmpty()) {
            throw new IllegalArgumentException(
                    "partner " + profile + ".credentials: at least one is needed");
        }
        if (callsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "partner "
                            + profile
                            + ".callsPerMinute: must be > 0 but was "
                            + callsPerMinute);
        }
    }
}
