package io.milepost.partners.edi;

import io.milepost.partners.message.Place;

/** Compares what the last segments of an envelope say with what was there. */
final class TrailerChecks {

    private final Delimiters delimiters;
    private final ProblemList problems;

    TrailerChecks(Delimiters delimiters, ProblemList problems) {
        this.delimiters = delimiters;
        this.problems = problems;
    }

    /** Element 1 counts what was there. */
    void count(RawSegment segment, String tag, int found, String of) {
        String declared = Elements.of(segment.text(), 1, delimiters).strip();
        if (!declared.matches("0*" + found)) {
            problems.warn(
                    "wrong-count",
                    at(segment, tag + ", element 1"),
                    "must count " + found + " " + of + " but says '" + declared + "'");
        }
    }

    /** Element 2 is the control number of the first segment. */
    void same(RawSegment segment, String tag, String expected, String header) {
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

    static Place at(RawSegment segment, String tag) {
        return new Place(
                segment.line(),
                segment.column(),
                "segment " + (tag.isEmpty() ? "without tag" : tag));
    }
}
