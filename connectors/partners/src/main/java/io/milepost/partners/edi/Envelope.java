package io.milepost.partners.edi;

import io.milepost.partners.edi.out.FunctionalGroups;
import io.milepost.partners.message.Format;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes the envelope that a single transaction gets: the sender's, with counts of one. */
final class Envelope {

    private final Opening opening;
    private final Charset charset;
    private final Delimiters bytes;
    private final ByteArrayOutputStream out;
    private final boolean x12;

    /**
     * @param bytes the delimiters as bytes
     */
    Envelope(Opening opening, Charset charset, Delimiters bytes, ByteArrayOutputStream out) {
        this.opening = opening;
        this.charset = charset;
        this.bytes = bytes;
        this.out = out;
        this.x12 = opening.delimiters().format() == Format.X12;
    }

    /**
     * @param group the group's first segment as bytes; {@code null} if there is none
     */
    void begin(String group) {
        out.writeBytes(opening.repaired(opening.delimiters().terminator()).getBytes(charset));
        breakLine();
        if (group != null) {
            raw(group);
            terminate();
            breakLine();
        }
    }

    /** Begins a group where its sender left it out. */
    void inventGroup(String type, Opening from) {
        String version = from.element(12).strip();
        StringBuilder group = new StringBuilder("GS");
        String[] elements = {
            FunctionalGroups.of(type),
            orZero(from.element(6)),
            orZero(from.element(8)),
            "20" + from.element(9).strip(),
            from.element(10).strip(),
            "0",
            "X",
            (version.isEmpty() ? "00401" : version) + "0"
        };
        for (String element : elements) {
            group.append(bytes.element()).append(element);
        }
        out.writeBytes(group.toString().getBytes(charset));
        terminate();
        breakLine();
    }

    private static String orZero(String value) {
        return value.isBlank() ? "00" : value.strip();
    }

    /**
     * @param reference the group's control number as bytes; {@code null} if its sender left it out
     */
    void end(boolean group, String reference) {
        breakLine();
        if (group) {
            segment(
                    x12 ? "GE" : "UNE",
                    1,
                    (reference == null ? "0" : reference).getBytes(StandardCharsets.ISO_8859_1));
        }
        end(1);
    }

    /** Ends an interchange that has nothing but what stands outside of groups. */
    void endWithoutGroup() {
        end(0);
    }

    private void end(int groups) {
        if (x12) {
            String isa = opening.element(13).strip();
            String padded = "0".repeat(Math.max(0, 9 - isa.length())) + isa;
            segment("IEA", groups, padded.getBytes(charset));
        } else {
            segment("UNZ", 1, opening.element(5).getBytes(charset));
        }
    }

    private void segment(String tag, int count, byte[] reference) {
        raw(tag + bytes.element() + count + bytes.element());
        out.writeBytes(reference);
        terminate();
        breakLine();
    }

    void terminate() {
        raw(bytes.terminator());
    }

    private void breakLine() {
        if (!bytes.byLine()) {
            out.write('\n');
        }
    }

    private void raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
