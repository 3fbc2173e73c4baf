package io.milepost.cli.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bytes as people can look at them: numbers and, beside them, the letters that they may be. */
final class Preview {

    private static final int WIDTH = 16;
    private static final int FIRST_LETTER = 0x20;
    private static final int LAST_LETTER = 0x7e;

    private Preview() {}

    /**
     * Lines of sixteen bytes each.
     *
     * @param most bytes that are shown; the rest is counted
     */
    static List<String> lines(byte[] bytes, int most) {
        List<String> lines = new ArrayList<>();
        int shown = Math.min(bytes.length, most);
        for (int at = 0; at < shown; at += WIDTH) {
            StringBuilder hex = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int i = at; i < Math.min(at + WIDTH, shown); i++) {
                hex.append(String.format(Locale.ROOT, "%02x ", bytes[i]));
                text.append(letter(bytes[i]));
            }
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%08x  %-" + (WIDTH * 3) + "s |%s|",
                            at,
                            hex.toString(),
                            text));
        }
        if (shown < bytes.length) {
            lines.add("... and " + (bytes.length - shown) + " more bytes");
        }
        return lines;
    }

    /** One line of text with a dot for each byte that is no letter. */
    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(letter(each));
        }
        return text.toString();
    }

    private static char letter(byte each) {
        return each >= FIRST_LETTER && each <= LAST_LETTER ? (char) each : '.';
    }
}
