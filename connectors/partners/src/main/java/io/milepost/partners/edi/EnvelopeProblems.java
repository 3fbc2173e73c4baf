package io.milepost.partners.edi;

import io.milepost.partners.edi.RawSegment.Ending;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.util.List;

/** What is wrong around the transactions of one interchange, and what is said about it. */
final class EnvelopeProblems {

    /** So many segments outside of transactions are listed one by one. */
    private static final int LISTED_STRAYS = 3;

    private final Delimiters delimiters;
    private final EnvelopeTags tags;
    private final int number;
    private final int line;
    private final EdiLimits limits;
    private final ProblemList problems;
    private int strays;

    /**
     * None yet.
     *
     * @param delimiters as they are among the stream's bytes
     * @param number of the interchange in the stream
     * @param line at which it begins
     */
    EnvelopeProblems(Delimiters delimiters, int number, int line, EdiLimits limits) {
        this.delimiters = delimiters;
        this.tags = EnvelopeTags.of(delimiters.format());
        this.number = number;
        this.line = line;
        this.limits = limits;
        this.problems = new ProblemList(limits.problems());
    }

    /** What had to be put right in its first segment. */
    void opening(Opening opening) {
        problems.addAll(opening.problems());
    }

    /** What stood before it. */
    void lead(String lead) {
        if (lead.contains("\u00EF\u00BB\u00BF")) {
            problems.warn("byte-order-mark", at("before it"), "begins with a byte order mark");
        }
    }

    /** How a segment ends. */
    void ending(RawSegment segment, String tag) {
        if (segment.ending() == Ending.AT_LINE_BREAK || segment.ending() == Ending.AT_ENVELOPE) {
            problems.warn(
                    "missing-terminator",
                    at(segment, tag),
                    "does not end, but the next one begins");
        } else if (segment.ending() == Ending.AT_END
                && tag.equals(tags.interchangeEnd())
                && !delimiters.byLine()) {
            problems.warn("missing-terminator", at(segment, tag), "has no terminator");
        } else if (segment.ending() == Ending.TOO_LONG) {
            problems.error(
                    "segment-too-long",
                    at(segment, tag),
                    "must have at most " + limits.segmentLength() + " characters");
        }
    }

    /** A segment that is in no transaction. */
    void stray(RawSegment segment, String tag) {
        strays++;
        if (strays <= LISTED_STRAYS) {
            problems.error(
                    "segment-outside-transaction",
                    at(segment, tag),
                    "must be in a transaction but is in none");
        }
    }

    /** A transaction follows the end of what it must be in. */
    void over(RawSegment transaction, String what) {
        problems.warn(
                "trailer-too-early",
                at(transaction, tags.transaction()),
                "the " + what + " was over, but goes on");
    }

    /**
     * The end of a group, which may say other than what was there.
     *
     * @param group that it ends; {@code null} if none was open
     */
    void groupEnd(RawSegment segment, OpenGroup group) {
        if (group == null) {
            problems.warn("trailer-without-header", at(segment, tags.groupEnd()), "ends no group");
            return;
        }
        count(segment, tags.groupEnd(), group.transactions, "transactions of the group");
        same(segment, tags.groupEnd(), group.reference(delimiters), tags.group());
    }

    void groupEndMissing(OpenGroup group) {
        problems.warn(
                "missing-group-trailer",
                at("segment " + tags.groupEnd()),
                "group " + group.reference(delimiters) + " has no end");
    }

    /** The end of the interchange, which may say other than what was there. */
    void end(RawSegment segment, int found, String of, String reference) {
        count(segment, tags.interchangeEnd(), found, of);
        same(segment, tags.interchangeEnd(), reference, tags.interchange());
    }

    void endMissing() {
        problems.warn(
                "missing-interchange-trailer",
                at("segment " + tags.interchangeEnd()),
                "is missing");
    }

    /** All of them, once the interchange is over. */
    List<Problem> close(int transactions) {
        if (strays > LISTED_STRAYS) {
            problems.error(
                    "segment-outside-transaction",
                    at("interchange " + number),
                    (strays - LISTED_STRAYS) + " more segments are in no transaction");
        }
        if (transactions == 0) {
            problems.warn("no-transaction", at("interchange " + number), "has no transaction");
        }
        return problems.toList();
    }

    /** Element 1 counts what was there. */
    private void count(RawSegment segment, String tag, int found, String of) {
        String declared = Elements.of(segment.text(), 1, delimiters).strip();
        if (!declared.matches("0*" + found)) {
            problems.warn(
                    "wrong-count",
                    at(segment, tag + ", element 1"),
                    "must count " + found + " " + of + " but says '" + declared + "'");
        }
    }

    /** Element 2 is the control number of the first segment. */
    private void same(RawSegment segment, String tag, String expected, String header) {
        String said = Elements.of(segment.text(), 2, delimiters).strip();
        if (!said.equals(expected.strip())) {
            problems.warn(
                    "control-reference-mismatch",
                    at(segment, tag + ", element 2"),
                    "must be '"
                            + expected.strip()
                            + "' as in "
                            + header
                            + " but is '"
                            + said
                            + "'");
        }
    }

    private static Place at(RawSegment segment, String tag) {
        return new Place(
                segment.line(),
                segment.column(),
                "segment " + (tag.isEmpty() ? "without tag" : tag));
    }

    private Place at(String path) {
        return new Place(line, 0, path);
    }
}
