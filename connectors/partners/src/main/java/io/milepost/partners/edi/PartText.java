package io.milepost.partners.edi;

import io.milepost.partners.edi.RawSegment.Ending;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of a part, cut into segments and cleaned of what its sender cannot have meant, so that
 * the parser gets segments as the standard writes them.
 */
final class PartText {

    private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{1,2}");

    /** What ends an envelope ends the transaction in it, whether that has an end or not. */
    private static final Set<String> BEHIND = Set.of("GE", "IEA", "UNE", "UNZ");

    private final EdiLimits limits;
    private final Origin origin;
    private final ProblemList problems;
    private final List<Segment> segments = new ArrayList<>();
    private Opening opening;
    private Segment transaction;
    private Segment trailer;
    private boolean over;
    private boolean refused;
    private int breaks;
    private Place firstBreak;
    private int controls;
    private Place firstControl;

    private PartText(EdiLimits limits, Origin origin, ProblemList problems) {
        this.limits = limits;
        this.origin = origin;
        this.problems = problems;
    }

    /** Cuts a text; if no interchange begins with it, {@link #opening()} is {@code null}. */
    static PartText of(String text, Origin origin, EdiLimits limits, ProblemList problems) {
        PartText cut = new PartText(limits, origin, problems);
        try {
            cut.read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cut;
    }

    private void read(String text) throws IOException {
        TextSymbols symbols = new TextSymbols(text);
        SegmentScanner scanner = new SegmentScanner(symbols, limits.segmentLength());
        scanner.blanks(null);
        String rest =
                text.substring(symbols.taken(), Math.min(text.length(), symbols.taken() + 1500));
        if (!Opening.mayBegin(rest)) {
            problems.error(
                    "no-interchange",
                    Place.WHOLE,
                    "must begin with ISA, UNA or UNB but begins with '" + printable(rest) + "'");
            return;
        }
        Opening read = Opening.read(rest, 0);
        problems.addAll(read.problems());
        if (read.first().isEmpty()) {
            return;
        }
        opening = read;
        for (int i = 0; i < read.length() && symbols.peek(0) >= 0; i++) {
            symbols.take();
        }
        Delimiters d = read.delimiters();
        boolean x12 = d.format() == Format.X12;
        String first = x12 ? "ST" : "UNH";
        String last = x12 ? "SE" : "UNT";
        segments.add(new Segment(x12 ? "ISA" : "UNB", 0, read.first(), read.first(), 0, 0));
        int number = 0;
        while (true) {
            String lead = scanner.blanks(d);
            if (symbols.peek(0) < 0) {
                break;
            }
            if (transaction == null && symbols.startsWith(first + d.element())) {
                symbols.placeAt(origin.line(), origin.column());
            }
            RawSegment raw = scanner.next(lead, d);
            String tag = raw.tag(d).toUpperCase(Locale.ROOT);
            boolean begins = tag.equals(first);
            if (begins && transaction != null) {
                problems.error(
                        "more-than-one-transaction",
                        new Place(raw.line(), raw.column(), "segment " + tag),
                        "must be one transaction; the interchange was not split");
                break;
            }
            boolean behind = BEHIND.contains(tag);
            boolean inside = begins || (transaction != null && trailer == null && !over && !behind);
            over |= transaction != null && behind;
            number += inside ? 1 : 0;
            if (number > limits.segments()) {
                problems.error(
                        "too-many-segments",
                        new Place(raw.line(), raw.column(), "segment " + number + " " + tag),
                        "must have at most " + limits.segments() + " segments");
                refused = true;
                break;
            }
            Segment segment = segment(raw, tag, inside ? number : 0);
            if (segment == null) {
                continue;
            }
            segments.add(segment);
            if (begins) {
                transaction = segment;
            } else if (inside && tag.equals(last)) {
                trailer = segment;
            }
        }
        noteRepairs();
    }

    private Segment segment(RawSegment raw, String tag, int number) {
        Delimiters d = opening.delimiters();
        int line = number == 0 ? 0 : raw.line();
        String text = cleaned(raw, tag, number, line);
        Segment segment = new Segment(tag, number, raw.text(), text, line, raw.column());
        if (!TAG.matcher(tag).matches()) {
            problems.error(
                    "segment-tag",
                    segment.place(),
                    "must begin with a tag of 2 or 3 letters and digits but begins with '"
                            + printable(text)
                            + "'");
            return null;
        }
        if (raw.ending() == Ending.TOO_LONG) {
            problems.error(
                    "segment-too-long",
                    segment.place(),
                    "must have at most " + limits.segmentLength() + " characters");
            return null;
        }
        if (raw.ending() == Ending.AT_LINE_BREAK || raw.ending() == Ending.AT_ENVELOPE) {
            problems.warn(
                    "missing-terminator", segment.place(), "does not end, but the next one begins");
        }
        String rest = text.substring(Math.min(tag.length(), text.length()));
        if (!rest.isEmpty() && rest.charAt(0) != d.element()) {
            int elements = rest.indexOf(d.element());
            problems.warn(
                    "segment-tag",
                    segment.place(),
                    "the tag must be followed by '"
                            + d.element()
                            + "'; what stands between is left out");
            rest = elements < 0 ? "" : rest.substring(elements);
        }
        return new Segment(tag, number, raw.text(), tag + rest, line, raw.column());
    }

    /** The text without line breaks and control characters. */
    private String cleaned(RawSegment raw, String tag, int number, int line) {
        String text = raw.text();
        Delimiters d = opening.delimiters();
        int end = text.length();
        while (d.byLine()
                && end > 0
                && text.charAt(end - 1) <= ' '
                && !d.has(text.charAt(end - 1))) {
            end--;
        }
        if (raw.ending() == Ending.AT_LINE_BREAK
                && end > 0
                && "~'|".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int at = 0;
        while (at < end
                && (text.charAt(at) >= ' ' && text.charAt(at) != 0x7F || d.has(text.charAt(at)))) {
            at++;
        }
        if (at == end) {
            return end == text.length() ? text : text.substring(0, end);
        }
        StringBuilder kept = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if ((c >= ' ' && c != 0x7F) || d.has(c)) {
                kept.append(c);
            } else if (c == '\t') {
                kept.append(' ');
            } else if (c == '\n' || c == '\r') {
                breaks += c == '\n' ? 1 : 0;
                firstBreak = firstBreak == null ? place(tag, number, line, raw) : firstBreak;
            } else {
                controls++;
                firstControl = firstControl == null ? place(tag, number, line, raw) : firstControl;
            }
        }
        return kept.toString();
    }

    private static Place place(String tag, int number, int line, RawSegment raw) {
        return new Segment(tag, number, "", "", line, raw.column()).place();
    }

    private void noteRepairs() {
        if (firstBreak != null) {
            problems.warn(
                    "line-break-in-segment",
                    firstBreak,
                    "lines are broken within segments, here and "
                            + Math.max(0, breaks - 1)
                            + " times more; the breaks are left out");
        }
        if (firstControl != null) {
            problems.warn(
                    "control-character",
                    firstControl,
                    "has control characters, " + controls + " in all; they are left out");
        }
        String kind = opening.delimiters().format() == Format.X12 ? "ST" : "UNH";
        if (transaction == null) {
            boolean alone = segments.stream().anyMatch(s -> s.tag().equals("TA1"));
            if (!alone) {
                problems.error(
                        "no-transaction",
                        Place.WHOLE,
                        "must hold a transaction but has no " + kind);
            }
        } else if (trailer == null && !refused) {
            Segment at = segments.get(segments.size() - 1);
            for (Segment segment : segments) {
                at = segment.number() > 0 ? segment : at;
            }
            problems.error(
                    "transaction-not-ended",
                    at.place(),
                    "must end with " + (kind.equals("ST") ? "SE" : "UNT") + " but ends here");
        }
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(20).forEach(c -> shown.append(c < ' ' || c == 0x7F ? '.' : (char) c));
        return shown.toString();
    }

    Opening opening() {
        return opening;
    }

    /** Whether it is more than is read. */
    boolean refused() {
        return refused;
    }

    List<Segment> segments() {
        return segments;
    }

    /** The first segment of the transaction; {@code null} if there is none. */
    Segment transaction() {
        return transaction;
    }

    /** The last segment of the transaction; {@code null} if it is missing. */
    Segment trailer() {
        return trailer;
    }
}
