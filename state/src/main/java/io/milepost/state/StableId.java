package io.milepost.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids that are derived from what they stand for, so that a replay, a restart or another machine
 * makes the same ids again.
 */
public final class StableId {

    private static final int BYTES = 16;

    private StableId() {}

    /** 32 hexadecimal digits of the SHA-256 of the parts, which must not hold a bar. */
    public static String of(String... parts) {
        byte[] text = String.join("|", parts).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256(text), 0, BYTES);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
