package io.milepost.partners.intake.credential;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A client certificate that is known by its SHA-256. That the caller has its key, and that the
 * certificate is still valid, was checked when the TLS connection was opened.
 */
public final class ClientCertificate implements Credential {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Set<String> fingerprints = new HashSet<>();

    /**
     * @param fingerprints SHA-256 of each certificate in hexadecimal, colons and either case
     *     allowed
     * @throws IllegalArgumentException if there is none, or one is not 64 digits long
     */
    public ClientCertificate(List<String> fingerprints) {
        if (fingerprints.isEmpty()) {
            throw new IllegalArgumentException("fingerprints: at least one is needed");
        }
        for (String given : fingerprints) {
            String plain = given.replace(":", "").toLowerCase(Locale.ROOT);
            if (!FINGERPRINT.matcher(plain).matches()) {
                throw new IllegalArgumentException(
                        "fingerprint: expected a SHA-256 of 64 hexadecimal digits, found " + given);
            }
            this.fingerprints.add(plain);
        }
    }

    @Override
    public boolean needsBody() {
        return false;
    }

    @Override
    public Verdict check(Presented presented, Instant now) {
        if (presented.certificate() == null) {
            return Verdict.refuse("the connection has no client certificate");
        }
        return fingerprints.contains(presented.certificate())
                ? Verdict.accept()
                : Verdict.refuse("the client certificate is not one of this partner's");
    }
}
