package io.milepost.partners.intake;

import java.io.IOException;
import java.io.InputStream;

/** Keeps what partners sent as they sent it, under its own hash. */
public interface Archive {

    /**
     * Something that is kept.
     *
     * @param sha256 SHA-256 in lower-case hexadecimal: its name
     * @param length length in bytes
     */
    record Kept(String sha256, long length) {}

    /**
     * Keeps what the stream holds; the same again is kept once. When this returns it outlives a
     * failure of the machine.
     *
     * @param limit how many bytes it may have
     * @throws TooLongException if it has more; nothing is kept
     * @throws IOException if it cannot be read or kept
     */
    Kept keep(InputStream in, long limit) throws IOException;

    /**
     * What is kept under a hash.
     *
     * @throws IOException if nothing is, or it cannot be read
     */
    InputStream open(String sha256) throws IOException;
}
