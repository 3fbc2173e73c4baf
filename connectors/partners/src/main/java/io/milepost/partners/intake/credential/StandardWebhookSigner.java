package io.milepost.partners.intake.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Signs calls as {@link StandardWebhook} checks them, with HMAC-SHA256. */
public final class StandardWebhookSigner {

    private static final String PREFIX = "whsec_";

    private final HmacSha256 secret;

    /**
     * @param secret {@code whsec_} and base64
     * @throws IllegalArgumentException if it is none of these; without the secret
     */
    public StandardWebhookSigner(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "secret: expected it to begin with whsec_, which this one does not");
        }
        try {
            this.secret =
                    new HmacSha256(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("secret: expected base64 behind the prefix", e);
        }
    }

    /** The value of the header {@code webhook-signature}. */
    public String sign(String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(secret.of(head, body));
    }
}
