package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads ISA, which declares the separators by where they stand, however it was padded. */
final class X12Opening {

    private static final int ELEMENTS = 16;
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};

    /** The longest ISA that is still one: each element ten blanks too long. */
    private static final int LONGEST = 270;

    /** From this version on ISA11 is the separator of repetitions. */
    private static final int REPETITIONS_SINCE = 402;

    private final String text;
    private final Place place;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> raw = new ArrayList<>();
    private char separator;
    private int next;

    private X12Opening(String text, int line) {
        this.text = text;
        this.place = new Place(line, 0, "segment ISA");
    }

    static boolean mayBegin(CharSequence text) {
        char separator = text.charAt(3);
        return !Character.isLetterOrDigit(separator)
                && separator > ' '
                && text.chars().limit(LONGEST).filter(c -> c == separator).count() >= ELEMENTS - 1;
    }

    static Opening read(String text, int line) {
        return new X12Opening(text, line).read();
    }

    private Opening read() {
        separator = text.charAt(3);
        next = 4;
        while (raw.size() < ELEMENTS - 1) {
            int end = text.indexOf(separator, next);
            if (end < 0 || end > LONGEST) {
                return broken("has only " + raw.size() + " of 16 elements");
            }
            raw.add(text.substring(next, end));
            next = end + 1;
        }
        Ending ending = ending();
        next = ending.next;
        List<String> values = raw.stream().map(X12Opening::clean).toList();
        char repetition = repetition(values.get(10), values.get(11), ending);
        Delimiters delimiters =
                new Delimiters(
                        Format.X12,
                        separator,
                        ending.component,
                        repetition,
                        Delimiters.NONE,
                        '.',
                        ending.terminator);
        List<String> elements = new ArrayList<>(values);
        elements.add(ending.component == Delimiters.NONE ? "" : String.valueOf(ending.component));
        return new Opening(
                delimiters,
                List.copyOf(elements),
                "",
                repaired(elements),
                next,
                header(elements),
                elements.get(11),
                List.copyOf(problems));
    }

    private record Ending(char component, String terminator, int next) {}

    /** Finds what ends segments: what ISA says, unless GS ends with something else. */
    private Ending ending() {
        char first = at(next);
        if (first == '\r' || first == '\n' || first == 0) {
            warn("missing-component-separator", "element 16 is empty; components are not used");
            return new Ending(Delimiters.NONE, Delimiters.LINE, next);
        }
        char second = at(next + 1);
        String shown = shownByGroup();
        boolean line = second == '\r' || second == '\n' || second == 0;
        String declared = line ? Delimiters.LINE : String.valueOf(second);
        int behind = next + (line ? 1 : 2);
        if (shown == null || shown.equals(declared)) {
            if (Character.isLetterOrDigit(second) || second == ' ' || second == separator) {
                problems.add(
                        Problem.error(
                                "interchange-header",
                                place,
                                "element 16 must be followed by what ends a segment but is followed"
                                        + " by '"
                                        + second
                                        + "'"));
            }
            return new Ending(component(first), declared, behind);
        }
        if (shown.equals(String.valueOf(first)) && line) {
            warn("missing-component-separator", "element 16 is missing; components are not used");
            return new Ending(Delimiters.NONE, shown, next + 1);
        }
        warn(
                "terminator-not-as-declared",
                "it ends with "
                        + named(declared)
                        + " but the segments behind it end with "
                        + named(shown));
        return new Ending(component(first), shown, behind);
    }

    private char component(char declared) {
        if (Character.isLetterOrDigit(declared) || declared == ' ' || declared == separator) {
            warn(
                    "missing-component-separator",
                    "element 16 is '"
                            + declared
                            + "', which separates nothing; components are not used");
            return Delimiters.NONE;
        }
        return declared;
    }

    /** What ends GS, and with it the other segments; {@code null} if it cannot be told. */
    private String shownByGroup() {
        int at = next;
        while (at < Math.min(text.length(), next + 40)
                && !(text.startsWith("GS", at) && at(at + 2) == separator)) {
            at++;
        }
        if (!text.startsWith("GS", at)) {
            return null;
        }
        for (int i = 0; i < 8; i++) {
            at = text.indexOf(separator, at + 1);
            if (at < 0 || at > next + 300) {
                return null;
            }
        }
        boolean wrapped = raw.stream().anyMatch(e -> e.indexOf('\n') >= 0 || e.indexOf('\r') >= 0);
        at++;
        while (at < text.length() && versionCharacter(text.charAt(at), wrapped)) {
            at++;
        }
        while (at(at) == ' ') {
            at++;
        }
        char end = at(at);
        if (end == 0 || end == separator) {
            return null;
        }
        return end == '\r' || end == '\n' ? Delimiters.LINE : String.valueOf(end);
    }

    private static boolean versionCharacter(char c, boolean wrapped) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (wrapped && (c == '\n' || c == '\r'));
    }

    private char repetition(String declared, String version, Ending ending) {
        if (declared.length() != 1 || number(version) < REPETITIONS_SINCE) {
            return Delimiters.NONE;
        }
        char c = declared.charAt(0);
        boolean taken =
                c == separator || c == ending.component || ending.terminator.indexOf(c) >= 0;
        return Character.isLetterOrDigit(c) || c <= ' ' || taken ? Delimiters.NONE : c;
    }

    private String repaired(List<String> elements) {
        StringBuilder isa = new StringBuilder("ISA");
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < ELEMENTS; i++) {
            String value = elements.get(i);
            String fitted = fit(value, WIDTHS[i], i == 11 || i == 12);
            if (i < ELEMENTS - 1 && !fitted.equals(raw.get(i))) {
                changed.add(String.valueOf(i + 1));
            }
            if (value.length() > WIDTHS[i]) {
                warn(
                        "interchange-header-value",
                        "element "
                                + (i + 1)
                                + ": must have at most "
                                + WIDTHS[i]
                                + " characters but has "
                                + value.length());
            }
            if (i == ELEMENTS - 1 && value.isEmpty()) {
                fitted = "\u001F";
            }
            isa.append(separator).append(fitted);
        }
        if (!changed.isEmpty()) {
            warn(
                    "interchange-header-padding",
                    "must be padded to fixed widths but is not in element "
                            + String.join(", ", changed));
        }
        return isa.toString();
    }

    private static String fit(String value, int width, boolean number) {
        if (value.length() >= width) {
            return value.substring(0, width);
        }
        String padding = (number ? "0" : " ").repeat(width - value.length());
        return number ? padding + value : value + padding;
    }

    private static InterchangeHeader header(List<String> elements) {
        return new InterchangeHeader(
                Identity.of(elements.get(4), elements.get(5)),
                Identity.of(elements.get(6), elements.get(7)),
                Identity.orNull(elements.get(12)),
                null,
                null,
                Identity.preparedAt(elements.get(8), elements.get(9)));
    }

    private Opening broken(String why) {
        problems.add(Problem.error("interchange-header", place, why));
        return new Opening(
                new Delimiters(
                        Format.X12, separator, ':', Delimiters.NONE, Delimiters.NONE, '.', "~"),
                List.copyOf(raw),
                "",
                "",
                4,
                InterchangeHeader.NONE,
                "",
                List.copyOf(problems));
    }

    /** Without line breaks and outer blanks of any kind. */
    private static String clean(String element) {
        StringBuilder kept = new StringBuilder();
        element.chars()
                .filter(c -> c != '\r' && c != '\n')
                .forEach(c -> kept.append(c == 0xA0 || c < ' ' ? ' ' : (char) c));
        return kept.toString().strip();
    }

    static String named(String terminator) {
        return Delimiters.LINE.equals(terminator) ? "the end of the line" : "'" + terminator + "'";
    }

    private void warn(String code, String message) {
        problems.add(Problem.warning(code, place, message));
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
