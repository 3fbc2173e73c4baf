package io.milepost.kafka.deadletters;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fingerprints of values that are too long to keep. */
final class Sha256 {

    private Sha256() {}

    /** SHA-256 of the bytes, hexadecimal in lower case. */
    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must", e);
        }
    }
}
