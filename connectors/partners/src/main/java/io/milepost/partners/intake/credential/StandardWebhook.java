package io.milepost.partners.intake.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Webhooks signed as the Standard Webhooks specification says (standardwebhooks.com, version 1):
 * the headers {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}, and a
 * signature of {@code id.timestamp.body}, symmetric ({@code v1}, HMAC-SHA256) or asymmetric ({@code
 * v1a}, Ed25519, RFC 8032). Several keys may be valid at once, and a sender may sign with several.
 */
public final class StandardWebhook implements Credential {

    /** How far the time in the header may be from ours, as the reference libraries have it. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String SECRET_PREFIX = "whsec_";
    private static final String PUBLIC_PREFIX = "whpk_";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;
    private static final int PUBLIC_KEY_BYTES = 32;

    /** DER of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), before the 32 bytes of the key. */
    private static final byte[] SPKI = {
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };

    /** No full stop: the signed text would have two readings. */
    private static final Pattern ID = Pattern.compile("[^.\\s]{1,256}");

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final List<HmacSha256> secrets = new ArrayList<>();
    private final List<PublicKey> publicKeys = new ArrayList<>();
    private final Duration tolerance;

    /**
     * @param keys secrets ({@code whsec_} and base64 of 24 to 64 bytes) and public keys ({@code
     *     whpk_} and base64 of the 32 bytes)
     * @param tolerance how far the sender's time may be from ours, either way
     * @throws IllegalArgumentException if there is no key, or one is none of these; without the key
     */
    public StandardWebhook(List<String> keys, Duration tolerance) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys: at least one is needed");
        }
        for (String key : keys) {
            add(key);
        }
        this.tolerance = tolerance;
    }

    private void add(String key) {
        if (key.startsWith(PUBLIC_PREFIX)) {
            publicKeys.add(publicKey(base64(key.substring(PUBLIC_PREFIX.length()))));
        } else if (key.startsWith(SECRET_PREFIX)) {
            byte[] secret = base64(key.substring(SECRET_PREFIX.length()));
            if (secret.length < SHORTEST_SECRET || secret.length > LONGEST_SECRET) {
                throw new IllegalArgumentException(
                        "secret: expected 24 to 64 bytes, found " + secret.length);
            }
            secrets.add(new HmacSha256(secret));
        } else {
            throw new IllegalArgumentException(
                    "key: expected it to begin with whsec_ or whpk_, which this one does not");
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key: expected base64 behind the prefix", e);
        }
    }

    private static PublicKey publicKey(byte[] raw) {
        if (raw.length != PUBLIC_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "public key: expected 32 bytes, found " + raw.length);
        }
        byte[] encoded = new byte[SPKI.length + raw.length];
        System.arraycopy(SPKI, 0, encoded, 0, SPKI.length);
        System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("public key: not a point of Ed25519", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519", e);
        }
    }

    @Override
    public boolean needsBody() {
        return true;
    }

    @Override
    public Verdict foresee(Presented presented, Instant now) {
        String id = presented.only("webhook-id");
        String timestamp = presented.only("webhook-timestamp");
        String signatures = presented.only("webhook-signature");
        if (id == null || timestamp == null || signatures == null) {
            return Verdict.refuse(
                    "webhook-id, webhook-timestamp and webhook-signature are needed, once each");
        }
        if (!ID.matcher(id).matches()) {
            return Verdict.refuse("webhook-id: expected up to 256 characters without full stop");
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            return Verdict.refuse("webhook-timestamp: expected seconds since 1970");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(tolerance) > 0) {
            return Verdict.refuse("webhook-timestamp: more than " + tolerance + " from our clock");
        }
        return Verdict.accept(id);
    }

    @Override
    public Verdict check(Presented presented, Instant now) {
        Verdict head = foresee(presented, now);
        if (!head.accepted()) {
            return head;
        }
        String id = head.messageId();
        String timestamp = presented.only("webhook-timestamp");
        String signatures = presented.only("webhook-signature");
        byte[] signedHead = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return signed(signatures, signedHead, presented.body())
                ? Verdict.accept(id)
                : Verdict.refuse("no signature fits");
    }

    private boolean signed(String signatures, byte[] head, byte[] body) {
        boolean fits = false;
        for (String signature : signatures.split(" ", -1)) {
            int comma = signature.indexOf(',');
            if (comma > 0) {
                byte[] given = signature(signature.substring(comma + 1));
                switch (signature.substring(0, comma)) {
                    case "v1" -> fits |= fitsSecret(given, head, body);
                    case "v1a" -> fits |= fitsKey(given, head, body);
                    default -> {
                        // A scheme of a later version: the others count.
                    }
                }
            }
        }
        return fits;
    }

    /** The signature's bytes; empty, which fits nothing, if it is not base64. */
    private static byte[] signature(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private boolean fitsSecret(byte[] given, byte[] head, byte[] body) {
        boolean fits = false;
        for (HmacSha256 secret : secrets) {
            fits |= MessageDigest.isEqual(secret.of(head, body), given);
        }
        return fits;
    }

    private boolean fitsKey(byte[] given, byte[] head, byte[] body) {
        boolean fits = false;
        for (PublicKey key : publicKeys) {
            try {
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(key);
                ed25519.update(head);
                ed25519.update(body);
                fits |= ed25519.verify(given);
            } catch (GeneralSecurityException e) {
                // A signature of another length is no signature of this key.
                fits |= false;
            }
        }
        return fits;
    }
}
