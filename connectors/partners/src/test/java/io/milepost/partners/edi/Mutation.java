package io.milepost.partners.edi;

import java.io.ByteArrayOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A small damage to bytes.
 *
 * @param at where, as a part of the length
 * @param length how many bytes
 * @param with a byte
 */
record Mutation(Kind kind, double at, int length, int with) {

    enum Kind {
        FLIP,
        DELETE,
        DUPLICATE,
        INSERT,
        TRUNCATE,
        SWAP,
        DELIMITER
    }

    /** What cuts interchanges, and what confuses. */
    private static final String DELIMITERS = "*~+':?>^|!\n\r \u001F\u00A0\u0000STUNHISA0";

    static Arbitrary<Mutation> any() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(0, 255))
                .as(Mutation::new);
    }

    /** The damaged bytes. */
    byte[] apply(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = Math.min(bytes.length - 1, (int) (at * bytes.length));
        int to = Math.min(bytes.length, from + length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + length);
        out.write(bytes, 0, from);
        switch (kind) {
            case FLIP -> {
                out.write(bytes[from] ^ (with | 1));
                out.write(bytes, from + 1, bytes.length - from - 1);
            }
            case DELETE -> out.write(bytes, to, bytes.length - to);
            case DUPLICATE -> {
                out.write(bytes, from, to - from);
                out.write(bytes, from, bytes.length - from);
            }
            case INSERT -> {
                for (int i = 0; i < length; i++) {
                    out.write(with + i * 7);
                }
                out.write(bytes, from, bytes.length - from);
            }
            case TRUNCATE -> {}
            case SWAP -> {
                for (int i = to - 1; i >= from; i--) {
                    out.write(bytes[i]);
                }
                out.write(bytes, to, bytes.length - to);
            }
            case DELIMITER -> {
                out.write(DELIMITERS.charAt(with % DELIMITERS.length()));
                out.write(bytes, from + 1, bytes.length - from - 1);
            }
        }
        return out.toByteArray();
    }
}
