package io.milepost.partners.edi;

import io.milepost.partners.edi.RawSegment.Ending;
import io.milepost.partners.message.Format;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts a text into segments. It also finds the end of a segment whose terminator is missing, where
 * what follows leaves no doubt: a lost character in one transaction must not swallow the next.
 */
final class SegmentScanner {

    /** The longest line after which a break is still one that somebody typed. */
    private static final int SHORTER_THAN_WRAPPED = 72;

    private static final int MOST_LEARNED = 50;

    private final Symbols symbols;
    private final int longest;
    private final Map<String, String> firstTags = new HashMap<>();
    private boolean escapes;

    /**
     * @param longest the longest segment, in symbols
     */
    SegmentScanner(Symbols symbols, int longest) {
        this.symbols = symbols;
        this.longest = longest;
    }

    /** Whether escape sequences switch to characters of two bytes, as ISO 2022 has them. */
    void escapes(boolean on) {
        escapes = on;
    }

    /** Notes with which segment transactions of a type begin, so that one can be recognised. */
    void learn(String type, String firstTag) {
        if (firstTags.size() < MOST_LEARNED) {
            firstTags.putIfAbsent(type, firstTag);
        }
    }

    /** Takes the blanks between segments, and terminators that end nothing. */
    String blanks(Delimiters delimiters) throws IOException {
        StringBuilder taken = new StringBuilder();
        while (true) {
            int c = symbols.peek(0);
            boolean blank =
                    (c >= 0 && c <= ' ') || c == 0xA0 || c == 0xFEFF || c == 0x200B || c == 0x1A;
            int pair = c == 0xC2 && symbols.peek(1) == 0xA0 ? 2 : 0;
            int mark = c == 0xEF && symbols.peek(1) == 0xBB && symbols.peek(2) == 0xBF ? 3 : 0;
            int end = 0;
            if (delimiters != null
                    && !delimiters.byLine()
                    && c == delimiters.terminator().charAt(0)) {
                end =
                        symbols.startsWith(delimiters.terminator())
                                ? delimiters.terminator().length()
                                : 0;
            }
            int length = Math.max(Math.max(blank ? 1 : 0, pair), Math.max(mark, end));
            if (length == 0) {
                return taken.toString();
            }
            for (int i = 0; i < length; i++) {
                if (taken.length() < longest) {
                    taken.append((char) symbols.peek(0));
                }
                symbols.take();
            }
        }
    }

    /**
     * Takes the next segment.
     *
     * @param lead the blanks that were taken before it
     */
    RawSegment next(String lead, Delimiters d) throws IOException {
        int line = symbols.line();
        int column = symbols.column();
        boolean ownLine = lead.indexOf('\n') >= 0 || lead.indexOf('\r') >= 0;
        StringBuilder text = new StringBuilder();
        StringBuilder end = new StringBuilder();
        boolean released = false;
        boolean twoBytes = false;
        boolean tooLong = false;
        int separators = 0;
        Ending ending = null;
        while (ending == null) {
            int c = symbols.peek(0);
            if (c < 0) {
                ending = Ending.AT_END;
                break;
            }
            if (escapes && c == 0x1B) {
                twoBytes = symbols.peek(1) == '$';
            }
            if (!twoBytes && text.length() > 0 && envelopeAhead(d, c, text, separators)) {
                ending = Ending.AT_ENVELOPE;
                break;
            }
            if (!released && !twoBytes) {
                if (ends(d, c)) {
                    int length = d.byLine() ? 1 : d.terminator().length();
                    for (int i = 0; i < length; i++) {
                        end.append((char) symbols.peek(0));
                        symbols.take();
                    }
                    ending = Ending.TERMINATED;
                    break;
                }
                if ((c == '\n' || c == '\r')
                        && ownLine
                        && text.length() < SHORTER_THAN_WRAPPED
                        && segmentOnNextLine(d)) {
                    ending = Ending.AT_LINE_BREAK;
                    break;
                }
                if (c == d.element()) {
                    separators++;
                }
                released = d.release() != Delimiters.NONE && c == d.release();
            } else {
                released = false;
            }
            if (text.length() < longest) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
            symbols.take();
        }
        return new RawSegment(
                lead,
                text.toString(),
                end.toString(),
                line,
                column,
                tooLong ? Ending.TOO_LONG : ending);
    }

    private boolean ends(Delimiters d, int c) throws IOException {
        if (d.byLine()) {
            return c == '\n' || c == '\r';
        }
        String terminator = d.terminator();
        return c == terminator.charAt(0)
                && (terminator.length() == 1 || symbols.startsWith(terminator));
    }

    private static boolean mayEnd(Delimiters d, int c) {
        return d.byLine() ? c == '\n' || c == '\r' : c == d.terminator().charAt(0);
    }

    private boolean segmentOnNextLine(Delimiters d) throws IOException {
        int at = 1;
        while (at < 100 && symbols.peek(at) >= 0 && symbols.peek(at) <= ' ') {
            at++;
        }
        int tag = at;
        while (tag - at < 4 && upperOrDigit(symbols.peek(tag))) {
            tag++;
        }
        return tag - at >= 2
                && tag - at <= 3
                && symbols.peek(at) >= 'A'
                && symbols.peek(tag) == d.element();
    }

    private static boolean upperOrDigit(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private boolean envelopeAhead(Delimiters d, int c, StringBuilder text, int separators)
            throws IOException {
        if (d.format() == Format.X12) {
            return (c == 'S' || c == 'G' || c == 'I')
                    && "TSE".indexOf(symbols.peek(1)) >= 0
                    && x12Ahead(d, text, separators);
        }
        return c == 'U' && symbols.peek(1) == 'N' && edifactAhead(d, text, separators);
    }

    private boolean x12Ahead(Delimiters d, StringBuilder text, int separators) throws IOException {
        String el = String.valueOf(d.element());
        boolean interchange = symbols.startsWith("ISA" + el);
        if (interchange && symbols.peek(6) == d.element() && symbols.peek(17) == d.element()) {
            return true;
        }
        boolean trailer =
                begins(text, "SE" + el) || begins(text, "GE" + el) || begins(text, "IEA" + el);
        if (trailer && separators >= 2) {
            return interchange
                    || symbols.startsWith("ST" + el)
                    || symbols.startsWith("GS" + el)
                    || symbols.startsWith("GE" + el)
                    || symbols.startsWith("IEA" + el);
        }
        return symbols.startsWith("ST" + el) && transactionAhead(d);
    }

    /** Whether a whole ST is ahead that begins a transaction of a type that was seen before. */
    private boolean transactionAhead(Delimiters d) throws IOException {
        StringBuilder type = new StringBuilder();
        int at = 3;
        while (type.length() < 3 && symbols.peek(at) >= '0' && symbols.peek(at) <= '9') {
            type.append((char) symbols.peek(at++));
        }
        String firstTag = firstTags.get(type.toString());
        if (firstTag == null || symbols.peek(at) != d.element()) {
            return false;
        }
        int elements = 1;
        int most = at + 50;
        while (at < most && symbols.peek(at) >= 0 && !mayEnd(d, symbols.peek(at))) {
            elements += symbols.peek(at) == d.element() ? 1 : 0;
            at++;
        }
        if (at >= most || elements > 3) {
            return false;
        }
        at += d.byLine() ? 1 : d.terminator().length();
        while (at < most + 50 && symbols.peek(at) >= 0 && symbols.peek(at) <= ' ') {
            at++;
        }
        for (int i = 0; i < firstTag.length(); i++) {
            if (symbols.peek(at + i) != firstTag.charAt(i)) {
                return false;
            }
        }
        return symbols.peek(at + firstTag.length()) == d.element();
    }

    private boolean edifactAhead(Delimiters d, StringBuilder text, int separators)
            throws IOException {
        int kind = symbols.peek(2);
        if (kind == 'A') {
            return begins(text, "UNZ") && symbols.peek(9) >= 0 && separators >= 2;
        }
        if (symbols.peek(3) != d.element()) {
            return false;
        }
        boolean trailer = begins(text, "UNT") || begins(text, "UNE") || begins(text, "UNZ");
        if (trailer && separators >= 2) {
            return "HTGEBZ".indexOf(kind) >= 0;
        }
        if (kind == 'B') {
            return letters(4, 4) && symbols.peek(8) == d.component();
        }
        if (kind != 'H') {
            return false;
        }
        int at = 4;
        while (at < 40 && symbols.peek(at) >= 0 && symbols.peek(at) != d.element()) {
            at++;
        }
        return letters(at + 1, 6) && symbols.peek(at + 7) == d.component();
    }

    private boolean letters(int from, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int c = symbols.peek(from + i);
            if (c < 'A' || c > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(StringBuilder text, String with) {
        return text.length() >= with.length() && text.substring(0, with.length()).equals(with);
    }
}
