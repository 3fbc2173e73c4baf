package io.milepost.partners.edi;

import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.Problem;
import java.util.List;

/**
 * The beginning of an interchange: its first segment, put right where the sender got it wrong, and
 * the characters by which the rest is cut.
 *
 * @param delimiters the characters that cut the interchange
 * @param elements the elements of ISA or UNB, that of number 1 first, as they were sent but for
 *     line breaks and, in X12, padding
 * @param advice UNA as it should have been, without what ends it; empty in X12
 * @param first the text of ISA or UNB as it should have been, without what ends it
 * @param length how many characters of the text it takes, terminators included
 * @param header who sends to whom
 * @param version X12: the version of the envelope; EDIFACT: the version of the syntax
 * @param problems what had to be put right; an error if the interchange cannot be read
 */
record Opening(
        Delimiters delimiters,
        List<String> elements,
        String advice,
        String first,
        int length,
        InterchangeHeader header,
        String version,
        List<Problem> problems) {

    /** The element of ISA or UNB with the number, from 1; empty if it is not there. */
    String element(int number) {
        return number <= elements.size() ? elements.get(number - 1) : "";
    }

    /** UNA and UNB, or ISA, as they should have been. */
    String repaired(String terminator) {
        return (advice.isEmpty() ? "" : advice + terminator) + first + terminator;
    }

    /** Whether an interchange begins here, as far as its first characters tell. */
    static boolean mayBegin(CharSequence text) {
        if (text.length() < 12) {
            return false;
        }
        String tag = text.subSequence(0, 3).toString();
        return switch (tag) {
            case "ISA" -> X12Opening.mayBegin(text);
            case "UNA", "UNB" -> EdifactOpening.mayBegin(text);
            default -> false;
        };
    }

    /**
     * Reads the beginning of an interchange.
     *
     * @param text from the first character on, with enough behind it to see the next segment
     * @param line line at which it stands, for places
     */
    static Opening read(String text, int line) {
        return text.startsWith("ISA")
                ? X12Opening.read(text, line)
                : EdifactOpening.read(text, line);
    }
}
