package io.milepost.partners.edi.out;

import io.milepost.partners.message.Format;
import java.util.List;

/**
 * Writes interchanges: envelope, counts, separators and release characters. Values are written as
 * they are, but for control characters and line breaks, which become blanks.
 */
public final class EdiWriter {

    private EdiWriter() {}

    /**
     * Writes one interchange.
     *
     * @param transactions in X12 those that follow each other and belong to the same kind of group
     *     share one
     * @throws IllegalArgumentException if something does not fit into the format, with its name
     */
    public static byte[] write(
            Format format, OutEnvelope envelope, List<OutTransaction> transactions) {
        return switch (format) {
            case X12 -> new X12Text(envelope, transactions).bytes();
            case EDIFACT -> new EdifactText(envelope, transactions).bytes();
            default ->
                    throw new IllegalArgumentException(
                            "format: " + format + " has no interchanges");
        };
    }

    /** The value without what no interchange can carry. */
    static String plain(String value) {
        if (value.chars().noneMatch(c -> c < ' ' || (c >= 0x7F && c < 0xA0))) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        value.chars()
                .forEach(c -> plain.append(c < ' ' || (c >= 0x7F && c < 0xA0) ? ' ' : (char) c));
        return plain.toString();
    }
}
