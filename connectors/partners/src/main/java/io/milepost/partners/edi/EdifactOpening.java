package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads UNA, which declares the separators, and UNB; where UNA is damaged UNB shows them. */
final class EdifactOpening {

    /** From this version of the syntax on elements may repeat. */
    private static final char REPETITIONS_SINCE = '4';

    private static final int LONGEST = 600;

    private final String text;
    private final Place una;
    private final Place unb;
    private final List<Problem> problems = new ArrayList<>();

    private EdifactOpening(String text, int line) {
        this.text = text;
        this.una = new Place(line, 0, "segment UNA");
        this.unb = new Place(line, 0, "segment UNB");
    }

    static boolean mayBegin(CharSequence text) {
        if (text.charAt(2) == 'A') {
            int header = header(text.toString());
            return header > 0 && separates(text, header + 3);
        }
        return separates(text, 3);
    }

    private static boolean separates(CharSequence text, int at) {
        if (at + 5 > text.length()
                || Character.isLetterOrDigit(text.charAt(at))
                || text.charAt(at) <= ' ') {
            return false;
        }
        return text.subSequence(at + 1, at + 5).toString().matches("[A-Z]{3}[A-Z0-9]");
    }

    /** Where UNB begins behind UNA; negative if it is not near. */
    private static int header(String text) {
        int at = text.indexOf("UNB", 3);
        return at > 24 ? -1 : at;
    }

    static Opening read(String text, int line) {
        return new EdifactOpening(text, line).read();
    }

    private Opening read() {
        Delimiters delimiters = Delimiters.EDIFACT_DEFAULTS;
        int start = 0;
        boolean advised = text.startsWith("UNA");
        char repetition = '*';
        if (advised) {
            start = header(text);
            delimiters = advice(start);
            repetition = delimiters.repetition();
        }
        delimiters = asUsed(delimiters, start, advised);
        int end = end(start + 4, delimiters);
        if (end < 0) {
            problems.add(Problem.error("interchange-header", unb, "has no end"));
            return broken(delimiters);
        }
        String header = withoutBreaks(text.substring(start, end));
        List<String> elements =
                Elements.split(header.substring(4), delimiters.element(), delimiters);
        List<String> syntax = Elements.split(elements.get(0), delimiters.component(), delimiters);
        String version = syntax.size() > 1 ? syntax.get(1) : "";
        if (version.isBlank()) {
            problems.add(
                    Problem.warning(
                            "syntax-version",
                            unb,
                            "element 1: must name character set and version but is '"
                                    + elements.get(0)
                                    + "'; version 3 is assumed"));
            version = "3";
            elements.set(0, syntax.get(0) + delimiters.component() + version);
            header =
                    "UNB" + delimiters.element() + String.join("" + delimiters.element(), elements);
        }
        boolean repeats = version.charAt(0) >= REPETITIONS_SINCE;
        Delimiters used =
                new Delimiters(
                        Format.EDIFACT,
                        delimiters.element(),
                        delimiters.component(),
                        repeats && usable(repetition, delimiters) ? repetition : Delimiters.NONE,
                        delimiters.release(),
                        delimiters.decimal(),
                        delimiters.terminator());
        return new Opening(
                used,
                List.copyOf(elements),
                declared(used),
                header,
                end + (used.byLine() ? 1 : used.terminator().length()),
                identity(elements, used),
                version,
                List.copyOf(problems));
    }

    private static boolean usable(char repetition, Delimiters d) {
        return repetition > ' '
                && !Character.isLetterOrDigit(repetition)
                && repetition != d.element()
                && repetition != d.component()
                && repetition != d.release()
                && d.terminator().indexOf(repetition) < 0;
    }

    /** UNA in full, for those who read the interchange after us. */
    private static String declared(Delimiters d) {
        return "UNA"
                + d.component()
                + d.element()
                + d.decimal()
                + (d.release() == Delimiters.NONE ? ' ' : d.release())
                + (d.repetition() == Delimiters.NONE ? ' ' : d.repetition());
    }

    private Delimiters advice(int header) {
        String declared = text.substring(3, header);
        if (declared.length() >= 6 && declared.substring(6).isBlank()) {
            char terminator = declared.charAt(5);
            return delimiters(
                    declared.charAt(0),
                    declared.charAt(1),
                    declared.charAt(2),
                    declared.charAt(3),
                    declared.charAt(4),
                    terminator == '\r' || terminator == '\n'
                            ? Delimiters.LINE
                            : String.valueOf(terminator));
        }
        String kept = declared.strip();
        problems.add(
                Problem.warning(
                        "service-string-advice",
                        una,
                        "must be followed by 6 characters but is followed by '" + kept + "'"));
        if (kept.length() == 5) {
            return delimiters(
                    kept.charAt(0),
                    kept.charAt(1),
                    kept.charAt(2),
                    kept.charAt(3),
                    ' ',
                    String.valueOf(kept.charAt(4)));
        }
        return Delimiters.EDIFACT_DEFAULTS;
    }

    private static Delimiters delimiters(
            char component, char element, char decimal, char release, char repetition, String end) {
        return new Delimiters(
                Format.EDIFACT,
                element,
                component,
                repetition,
                release == ' ' ? Delimiters.NONE : release,
                decimal == ',' ? ',' : '.',
                end);
    }

    /** The same, but as UNB and what follows it use them where they use others. */
    private Delimiters asUsed(Delimiters declared, int start, boolean advised) {
        char element = at(start + 3);
        char component = at(start + 8);
        boolean named =
                text.substring(Math.min(text.length(), start + 4)).matches("(?s)[A-Z0-9]{4}.*");
        if (!named || Character.isLetterOrDigit(component) || component == element) {
            component = declared.component();
        }
        Delimiters d = declared;
        if (element != d.element() || component != d.component()) {
            if (advised) {
                problems.add(
                        Problem.warning(
                                "service-string-advice",
                                una,
                                "declares other separators than UNB uses; those of UNB are taken"));
            }
            d =
                    new Delimiters(
                            Format.EDIFACT,
                            element,
                            component,
                            d.repetition(),
                            d.release(),
                            d.decimal(),
                            d.terminator());
        }
        String shown = shownByMessage(start, d);
        if (shown != null && !shown.equals(d.terminator())) {
            problems.add(
                    Problem.warning(
                            "terminator-not-as-declared",
                            unb,
                            "segments should end with "
                                    + X12Opening.named(d.terminator())
                                    + " but end with "
                                    + X12Opening.named(shown)));
            d = d.withTerminator(shown);
        }
        return d;
    }

    /** What ends UNB, seen from the segment behind it; {@code null} if it cannot be told. */
    private String shownByMessage(int start, Delimiters d) {
        int at = start + 4;
        while (at < Math.min(text.length(), start + LONGEST) && !messageAt(at, d)) {
            at++;
        }
        if (!messageAt(at, d)) {
            return null;
        }
        int last = at - 1;
        while (last > start && text.charAt(last) <= ' ') {
            last--;
        }
        char c = text.charAt(last);
        if (String.valueOf(c).equals(d.terminator())) {
            return d.terminator();
        }
        boolean line =
                text.substring(last + 1, at).contains("\n")
                        || text.substring(last + 1, at).contains("\r");
        if (line && (Character.isLetterOrDigit(c) || d.has(c))) {
            return Delimiters.LINE;
        }
        return Character.isLetterOrDigit(c) || c <= ' ' || d.has(c) ? null : String.valueOf(c);
    }

    private boolean messageAt(int at, Delimiters d) {
        return (text.startsWith("UNH", at) || text.startsWith("UNG", at))
                && at(at + 3) == d.element()
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private int end(int from, Delimiters d) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            char c = text.charAt(i);
            if (d.release() != Delimiters.NONE && c == d.release()) {
                i++;
            } else if (d.byLine() ? c == '\n' || c == '\r' : text.startsWith(d.terminator(), i)) {
                return i;
            }
        }
        return -1;
    }

    private static InterchangeHeader identity(List<String> elements, Delimiters d) {
        List<String> prepared = components(elements, 4, d);
        return new InterchangeHeader(
                party(components(elements, 2, d)),
                party(components(elements, 3, d)),
                elements.size() < 5 ? null : Identity.orNull(elements.get(4)),
                null,
                null,
                prepared.size() < 2 ? null : Identity.preparedAt(prepared.get(0), prepared.get(1)));
    }

    private static String party(List<String> components) {
        return Identity.of(components.size() > 1 ? components.get(1) : "", components.get(0));
    }

    private static List<String> components(List<String> elements, int number, Delimiters d) {
        return elements.size() < number
                ? List.of("")
                : Elements.split(elements.get(number - 1), d.component(), d).stream()
                        .map(c -> Elements.released(c, d))
                        .toList();
    }

    private Opening broken(Delimiters delimiters) {
        return new Opening(
                delimiters,
                List.of(),
                "",
                "",
                3,
                InterchangeHeader.NONE,
                "",
                List.copyOf(problems));
    }

    private static String withoutBreaks(String text) {
        return text.replace("\r", "").replace("\n", "");
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }
}
