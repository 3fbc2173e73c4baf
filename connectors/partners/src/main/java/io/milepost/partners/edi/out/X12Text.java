package io.milepost.partners.edi.out;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * An X12 interchange as text. X12 has no release characters: the separators are characters that no
 * value has, the usual ones wherever that is possible.
 */
final class X12Text {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** From this version of the envelope on ISA11 is a separator. */
    private static final int REPETITIONS_SINCE = 402;

    private final OutEnvelope envelope;
    private final List<OutTransaction> transactions;
    private final BitSet used = new BitSet();
    private final char element;
    private final char component;
    private final char terminator;
    private final char repetition;
    private final StringBuilder text = new StringBuilder();

    X12Text(OutEnvelope envelope, List<OutTransaction> transactions) {
        this.envelope = envelope;
        this.transactions = transactions;
        note(envelope.sender());
        note(envelope.receiver());
        for (OutTransaction transaction : transactions) {
            for (OutSegment segment : transaction.segments()) {
                segment.elements().forEach(e -> e.forEach(this::note));
            }
        }
        element = free("*|+;#@=&$%{", "elements");
        component = free(">:<!\u001F", "components");
        terminator = free("~'\"\u001C", "segments");
        repetition = free("^\\`%\u001E", "repetitions");
    }

    private void note(OutEnvelope.Party party) {
        note(party.id());
        note(party.inGroups());
    }

    private void note(String value) {
        value.chars().forEach(used::set);
    }

    private char free(String candidates, String between) {
        for (char c : candidates.toCharArray()) {
            if (!used.get(c) || c < ' ') {
                used.set(c);
                return c;
            }
        }
        throw new IllegalArgumentException(
                "values: must leave a character free to separate " + between + " but use all");
    }

    byte[] bytes() {
        interchange();
        int groups = 0;
        int i = 0;
        while (i < transactions.size()) {
            String kind = FunctionalGroups.of(transactions.get(i).type());
            int end = i;
            while (end < transactions.size()
                    && FunctionalGroups.of(transactions.get(end).type()).equals(kind)) {
                end++;
            }
            group(kind, envelope.groupControlNumber() + groups, transactions.subList(i, end));
            groups++;
            i = end;
        }
        line("IEA", Integer.toString(groups), nine());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String nine() {
        return String.format(Locale.ROOT, "%09d", envelope.controlNumber());
    }

    private void interchange() {
        String version = interchangeVersion();
        boolean repeats = Integer.parseInt(version) >= REPETITIONS_SINCE;
        line(
                "ISA",
                "00",
                fit("", 10, "ISA02"),
                "00",
                fit("", 10, "ISA04"),
                fit(
                        envelope.sender().qualifier().isEmpty()
                                ? "ZZ"
                                : envelope.sender().qualifier(),
                        2,
                        "sender: qualifier"),
                fit(envelope.sender().id(), 15, "sender: id"),
                fit(
                        envelope.receiver().qualifier().isEmpty()
                                ? "ZZ"
                                : envelope.receiver().qualifier(),
                        2,
                        "receiver: qualifier"),
                fit(envelope.receiver().id(), 15, "receiver: id"),
                DATE.format(envelope.preparedAt()).substring(2),
                TIME.format(envelope.preparedAt()),
                repeats ? String.valueOf(repetition) : "U",
                version,
                nine(),
                envelope.acknowledgementWanted() ? "1" : "0",
                envelope.test() ? "T" : "P",
                String.valueOf(component));
    }

    /** The envelope's version, {@code 00401}, from that of the groups, {@code 004010}. */
    private String interchangeVersion() {
        String version = envelope.version();
        if (version == null || !version.matches("[0-9]{6}.{0,6}")) {
            throw new IllegalArgumentException(
                    "version: must begin with 6 digits such as 004010 but was " + version);
        }
        return version.substring(0, 5);
    }

    private void group(String kind, long number, List<OutTransaction> of) {
        line(
                "GS",
                kind,
                envelope.sender().inGroups(),
                envelope.receiver().inGroups(),
                DATE.format(envelope.preparedAt()),
                TIME.format(envelope.preparedAt()),
                Long.toString(number),
                "X",
                envelope.version());
        for (OutTransaction transaction : of) {
            if (transaction.version() == null) {
                line("ST", transaction.type(), transaction.controlNumber());
            } else {
                line("ST", transaction.type(), transaction.controlNumber(), transaction.version());
            }
            transaction.segments().forEach(this::segment);
            line(
                    "SE",
                    Integer.toString(transaction.segments().size() + 2),
                    transaction.controlNumber());
        }
        line("GE", Integer.toString(of.size()), Long.toString(number));
    }

    private void segment(OutSegment segment) {
        StringBuilder line = new StringBuilder(segment.tag());
        for (List<String> components : segment.elements()) {
            line.append(element);
            int start = line.length();
            for (String value : components) {
                line.append(EdiWriter.plain(value)).append(component);
            }
            cut(line, start, component);
        }
        cut(line, segment.tag().length(), element);
        text.append(line).append(terminator).append('\n');
    }

    private void line(String tag, String... elements) {
        text.append(tag);
        for (String value : elements) {
            text.append(element).append(value);
        }
        text.append(terminator).append('\n');
    }

    /** Takes separators off the end. */
    static void cut(StringBuilder line, int down, char separator) {
        while (line.length() > down && line.charAt(line.length() - 1) == separator) {
            line.setLength(line.length() - 1);
        }
    }

    private static String fit(String value, int width, String name) {
        if (value.length() > width) {
            throw new IllegalArgumentException(
                    name + ": must have at most " + width + " characters but was '" + value + "'");
        }
        return value + " ".repeat(width - value.length());
    }
}
