package io.milepost.partners.edi;

/**
 * A segment as it was sent.
 *
 * @param lead the blanks before it
 * @param text from its tag to what ends it, which is left out; line breaks inside are still there
 * @param end what ended it; empty where that is missing
 * @param line line of its tag, from 1
 * @param column column of its tag, from 1
 * @param ending how it ended
 */
record RawSegment(String lead, String text, String end, int line, int column, Ending ending) {

    /** How a segment ended. */
    enum Ending {
        /** As it should. */
        TERMINATED,
        /** Its terminator is missing, but the next segment begins on a line of its own. */
        AT_LINE_BREAK,
        /** Its terminator is missing, but the envelope goes on right behind it. */
        AT_ENVELOPE,
        /** The text is over. */
        AT_END,
        /** It is longer than any segment may be; {@code text} is its beginning. */
        TOO_LONG
    }

    /** Its tag: all that stands before the first character with a meaning. */
    String tag(Delimiters delimiters) {
        int end = 0;
        while (end < text.length() && !delimiters.has(text.charAt(end)) && text.charAt(end) > ' ') {
            end++;
        }
        return text.substring(0, end);
    }

    /** Everything that was taken for it. */
    String raw() {
        return lead + text + end;
    }
}
