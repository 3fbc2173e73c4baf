package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import java.util.Objects;

/**
 * The characters that cut an interchange into segments, elements and components.
 *
 * @param format the syntax they belong to
 * @param element between elements
 * @param component between the components of an element; {@link #NONE} if there are none
 * @param repetition between repetitions of an element; {@link #NONE} if nothing repeats
 * @param release makes the next character an ordinary one; {@link #NONE} in X12 and where EDIFACT
 *     goes without
 * @param decimal the decimal mark of numbers
 * @param terminator ends a segment; {@link #LINE} where each line is a segment, whatever ends the
 *     line; else one character, as a text because as bytes it may be more than one
 */
public record Delimiters(
        Format format,
        char element,
        char component,
        char repetition,
        char release,
        char decimal,
        String terminator) {

    /** Stands for a character that is not in use. */
    public static final char NONE = 0;

    /** The terminator where each line is a segment. */
    public static final String LINE = "\n";

    /** What EDIFACT uses unless an interchange says otherwise. */
    static final Delimiters EDIFACT_DEFAULTS =
            new Delimiters(Format.EDIFACT, '+', ':', NONE, '?', '.', "'");

    /** Checks that what ends a segment is there. */
    public Delimiters {
        Objects.requireNonNull(format, "format");
        if (terminator.isEmpty()) {
            throw new IllegalArgumentException("terminator: must not be empty");
        }
    }

    /** Whether the end of a line ends a segment. */
    boolean byLine() {
        return LINE.equals(terminator);
    }

    /** Whether the character has a meaning of its own. */
    boolean has(char c) {
        return c != NONE
                && (c == element
                        || c == component
                        || c == repetition
                        || c == release
                        || terminator.indexOf(c) >= 0);
    }

    /** The same with another terminator. */
    Delimiters withTerminator(String other) {
        return new Delimiters(format, element, component, repetition, release, decimal, other);
    }
}
