package io.milepost.partners.intake.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * An HMAC-SHA256 (RFC 2104) of the body alone in a header, as many carriers' webhooks have it:
 * AfterShip in base64 in {@code aftership-hmac-sha256}, EasyPost in hexadecimal behind {@code
 * hmac-sha256-hex=} in {@code x-hmac-signature}. It carries no time: a call that was recorded can
 * be played again, and is then found to be a repeat by what it says.
 */
public final class BodySignature implements Credential {

    /** How the signature is written. */
    public enum Encoding {
        /** RFC 4648, with padding. */
        BASE64,
        /** Two digits a byte, in either case. */
        HEX
    }

    private static final int LENGTH = 32;

    private final String header;
    private final String prefix;
    private final Encoding encoding;
    private final List<HmacSha256> secrets;

    /**
     * @param header the header, in any case
     * @param prefix what stands before the signature in the header; empty for nothing
     * @param encoding how the signature is written
     * @param secrets the valid secrets, as text in Unicode normal form KD, which EasyPost asks for
     *     and which leaves ASCII as it is
     * @throws IllegalArgumentException if there is no secret
     */
    public BodySignature(String header, String prefix, Encoding encoding, List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("secrets: at least one is needed");
        }
        this.header = header.toLowerCase(Locale.ROOT);
        this.prefix = prefix;
        this.encoding = encoding;
        this.secrets =
                secrets.stream()
                        .map(s -> Normalizer.normalize(s, Normalizer.Form.NFKD))
                        .map(s -> new HmacSha256(s.getBytes(StandardCharsets.UTF_8)))
                        .toList();
    }

    /** AfterShip's way. */
    public static BodySignature afterShip(List<String> secrets) {
        return new BodySignature("aftership-hmac-sha256", "", Encoding.BASE64, secrets);
    }

    /** EasyPost's way. */
    public static BodySignature easyPost(List<String> secrets) {
        return new BodySignature("x-hmac-signature", "hmac-sha256-hex=", Encoding.HEX, secrets);
    }

    @Override
    public boolean needsBody() {
        return true;
    }

    @Override
    public Verdict foresee(Presented head, Instant now) {
        String written = head.only(header);
        if (written == null || !written.startsWith(prefix)) {
            return Verdict.refuse("no signature in the header " + header + ", or several");
        }
        byte[] given = decoded(written);
        if (given == null) {
            return Verdict.refuse(
                    "the signature is not " + encoding.name().toLowerCase(Locale.ROOT));
        }
        return given.length == LENGTH
                ? Verdict.accept()
                : Verdict.refuse("the signature does not have " + LENGTH + " bytes");
    }

    @Override
    public Verdict check(Presented presented, Instant now) {
        Verdict head = foresee(presented, now);
        if (!head.accepted()) {
            return head;
        }
        byte[] given = decoded(presented.only(header));
        boolean fits = false;
        for (HmacSha256 secret : secrets) {
            fits |= MessageDigest.isEqual(secret.of(presented.body()), given);
        }
        return fits ? Verdict.accept() : Verdict.refuse("the signature does not fit the body");
    }

    private byte[] decoded(String written) {
        String text = written.substring(prefix.length()).strip();
        try {
            return encoding == Encoding.BASE64
                    ? Base64.getDecoder().decode(text)
                    : HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
