package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that the parser gets: the segments of a part between separators that it can work with,
 * without what it cannot take (values longer than its buffer, characters beyond the basic plane),
 * for which it gets stand-ins that are exchanged again when the values come out.
 */
final class ParserText {

    /** The parser's buffer has 4096 characters for an element with its components. */
    private static final int LONGEST_VALUE = 500;

    private static final int LONGEST_ELEMENT = 3000;

    private static final char STAND_IN = '\uF7FF';
    private static final char FIRST_NUMBER = '\uE800';
    private static final String TERMINATORS = "~'!|\\{}\u001C\u001D\u001E\u0001\u0002\u0003";

    private final List<String> values = new ArrayList<>();
    private final Delimiters original;
    private final Delimiters used;
    private final char surrogates;
    private final byte[] bytes;

    private ParserText(Opening opening, List<Segment> segments) {
        this.original = opening.delimiters();
        this.surrogates = block(segments);
        this.used = original.withTerminator(String.valueOf(terminator(segments)));
        StringBuilder text = new StringBuilder();
        text.append(opening.repaired(used.terminator()));
        for (Segment segment : segments.subList(1, segments.size())) {
            text.append(fitting(segment.text())).append(used.terminator());
        }
        String all = withRelease(text.toString());
        this.bytes = substituted(all).getBytes(StandardCharsets.UTF_8);
    }

    static ParserText of(Opening opening, List<Segment> segments) {
        return new ParserText(opening, segments);
    }

    byte[] bytes() {
        return bytes;
    }

    /** The value that the sender wrote, from what the parser says it is. */
    String original(String parsed) {
        String text = parsed;
        if (text.length() == 2 && text.charAt(0) == STAND_IN && !values.isEmpty()) {
            return values.get(text.charAt(1) - FIRST_NUMBER);
        }
        if (surrogates == 0
                || text.chars().noneMatch(c -> c >= surrogates && c < surrogates + 2048)) {
            return text;
        }
        StringBuilder restored = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            restored.append(
                    c >= surrogates && c < surrogates + 2048
                            ? (char) (c - surrogates + 0xD800)
                            : c);
        }
        return restored.toString();
    }

    /** Syntax 4 must have a release character: one that nobody uses if the sender has none. */
    private String withRelease(String text) {
        if (used.format() == Format.EDIFACT && used.release() == Delimiters.NONE) {
            return text.substring(0, 6) + '\u0004' + text.substring(7);
        }
        return text;
    }

    private char terminator(List<Segment> segments) {
        String own = original.terminator();
        if (own.length() == 1 && own.charAt(0) > ' ' && own.charAt(0) < 0x7F) {
            return own.charAt(0);
        }
        for (char c : TERMINATORS.toCharArray()) {
            if (!original.has(c) && segments.stream().allMatch(s -> s.text().indexOf(c) < 0)) {
                return c;
            }
        }
        return '\u0005';
    }

    /** A block of characters for private use that takes the place of surrogates; 0 for none. */
    private static char block(List<Segment> segments) {
        if (segments.stream().noneMatch(s -> s.text().chars().anyMatch(ParserText::surrogate))) {
            return 0;
        }
        return '\uE000';
    }

    private static boolean surrogate(int c) {
        return c >= 0xD800 && c < 0xE000;
    }

    private String substituted(String text) {
        if (surrogates == 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (surrogate(c) ? c - 0xD800 + surrogates : c)));
        return out.toString();
    }

    private String fitting(String segment) {
        if (segment.length() < LONGEST_ELEMENT) {
            return segment;
        }
        StringBuilder out = new StringBuilder();
        char[] separators = {used.element(), used.repetition(), used.component()};
        append(out, segment, separators, 0);
        return out.toString();
    }

    private void append(StringBuilder out, String text, char[] separators, int level) {
        if (level == separators.length) {
            out.append(text.length() < LONGEST_VALUE ? text : standIn(text));
            return;
        }
        String between = "";
        for (String part : Elements.split(text, separators[level], used)) {
            out.append(between);
            append(out, part, separators, level + 1);
            between = String.valueOf(separators[level]);
        }
    }

    private String standIn(String text) {
        if (FIRST_NUMBER + values.size() >= STAND_IN) {
            return text.substring(0, LONGEST_ELEMENT);
        }
        values.add(Elements.released(text, used));
        return "" + STAND_IN + (char) (FIRST_NUMBER + values.size() - 1);
    }
}
