package io.milepost.partners.edi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** From bytes to characters: by what UNB declares, unless the bytes themselves say otherwise. */
final class EdiText {

    /** What senders mean by bytes that are neither ASCII nor UTF-8. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Map<String, String> BY_SYNTAX =
            Map.ofEntries(
                    Map.entry("UNOC", "ISO-8859-1"),
                    Map.entry("UNOD", "ISO-8859-2"),
                    Map.entry("UNOE", "ISO-8859-5"),
                    Map.entry("UNOF", "ISO-8859-7"),
                    Map.entry("UNOG", "ISO-8859-3"),
                    Map.entry("UNOH", "ISO-8859-4"),
                    Map.entry("UNOI", "ISO-8859-6"),
                    Map.entry("UNOJ", "ISO-8859-8"),
                    Map.entry("UNOK", "ISO-8859-9"),
                    Map.entry("UNOL", "ISO-8859-15"),
                    Map.entry("UNOW", "UTF-8"),
                    Map.entry("UNOX", "ISO-2022-JP"),
                    Map.entry("UNOY", "UTF-8"));

    private EdiText() {}

    /**
     * A text and how it was read.
     *
     * @param text the characters
     * @param charset in which they were written
     * @param doubt what is not as declared, in words; {@code null} if all is well
     */
    record Decoded(String text, Charset charset, String doubt) {}

    /**
     * Reads bytes.
     *
     * @param syntax the syntax identifier of UNB, such as {@code UNOC}; {@code null} for X12, which
     *     declares none
     */
    static Decoded decode(byte[] bytes, String syntax) {
        if (ascii(bytes) && !"UNOX".equals(syntax)) {
            return new Decoded(
                    new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8, null);
        }
        Charset declared = declared(syntax).orElse(null);
        if (declared != null && !unicode(declared) && !declared.name().startsWith("ISO-8859")) {
            return new Decoded(new String(bytes, declared), declared, null);
        }
        Optional<String> utf8 = strict(bytes);
        if (utf8.isPresent()) {
            boolean expected = declared == null || unicode(declared);
            return new Decoded(
                    utf8.get(),
                    StandardCharsets.UTF_8,
                    expected && syntax == null
                            ? null
                            : expected && declared != null
                                    ? null
                                    : "is written in UTF-8 although "
                                            + syntax
                                            + " stands for another character set");
        }
        if (mostlyUnicode(bytes)) {
            return new Decoded(
                    new String(bytes, StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8,
                    "is written in UTF-8 but some bytes are damaged");
        }
        if (declared != null && !unicode(declared)) {
            return new Decoded(new String(bytes, declared), declared, null);
        }
        return new Decoded(
                new String(bytes, WESTERN),
                WESTERN,
                (syntax == null ? "has bytes that are not UTF-8" : "has bytes outside of " + syntax)
                        + "; they are read as "
                        + WESTERN.name());
    }

    /** The character set that a syntax identifier stands for, if it names one beyond ASCII. */
    static Optional<Charset> declared(String syntax) {
        return Optional.ofNullable(syntax).map(BY_SYNTAX::get).map(Charset::forName);
    }

    /** Characters at the beginning of a stream, of which the last may be cut. */
    static Decoded beginning(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, false);
        if (result.isUnderflow()) {
            return new Decoded(out.flip().toString(), StandardCharsets.UTF_8, null);
        }
        return new Decoded(
                new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, null);
    }

    private static boolean unicode(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strict(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether more bytes beyond ASCII stand in whole sequences of UTF-8 than outside of any. */
    private static boolean mostlyUnicode(byte[] bytes) {
        int whole = 0;
        int alone = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0) {
                continue;
            }
            int length = sequence(bytes[i]);
            int found = 1;
            while (found < length
                    && i + found < bytes.length
                    && (bytes[i + found] & 0xC0) == 0x80) {
                found++;
            }
            if (length > 1 && found == length) {
                whole++;
                i += length - 1;
            } else {
                alone++;
            }
        }
        return whole > alone;
    }

    private static int sequence(byte first) {
        int c = first & 0xFF;
        return c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    }
}
