package io.milepost.partners.intake.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * A secret that the partner sends along: as {@code Authorization: Bearer ...} (RFC 6750) or in
 * {@code X-Api-Key}. Several keys may be valid at once, so that one can be exchanged without a gap.
 */
public final class ApiKey implements Credential {

    private static final String BEARER = "bearer ";

    private final List<byte[]> keys;

    /**
     * @param keys the valid keys
     * @throws IllegalArgumentException if there is none, or one is shorter than 16 characters
     */
    public ApiKey(List<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys: at least one is needed");
        }
        for (String key : keys) {
            if (key.length() < 16) {
                throw new IllegalArgumentException(
                        "key: at least 16 characters are needed, found " + key.length());
            }
        }
        this.keys = keys.stream().map(k -> k.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public boolean needsBody() {
        return false;
    }

    @Override
    public Verdict check(Presented presented, Instant now) {
        String given = given(presented);
        if (given == null) {
            return Verdict.refuse("no key was sent, or several");
        }
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        boolean known = false;
        for (byte[] key : keys) {
            // All of them, however early one fits: the time taken says nothing about which.
            known |= MessageDigest.isEqual(key, bytes);
        }
        return known ? Verdict.accept() : Verdict.refuse("the key is not one of this partner's");
    }

    private static String given(Presented presented) {
        String own = presented.only("x-api-key");
        if (own != null) {
            return own;
        }
        String authorization = presented.only("authorization");
        boolean bearer =
                authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? authorization.substring(BEARER.length()).strip() : null;
    }
}
