package io.milepost.partners.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids of events, made of what they stand for: the same message gives the same ids, however often
 * and wherever it is read.
 */
final class EventId {

    private static final int BYTES = 16;

    private EventId() {}

    /** 32 hexadecimal digits of the parts' SHA-256; a part may be absent or any object. */
    static String of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part == null) {
                text.append('-');
            } else {
                // With its length, so that parts cannot run into one another.
                String value = part.toString();
                text.append(value.length()).append(':').append(value);
            }
        }
        byte[] hash = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
