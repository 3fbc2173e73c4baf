package io.milepost.partners.edi;

import io.milepost.partners.edi.RawSegment.Ending;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A transaction that is being collected. */
final class OpenTransaction {

    /** What is kept free of a part for the envelope around it, in bytes. */
    private static final int ENVELOPE = 4096;

    final int index;
    final Origin origin;
    final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    int segments = 1;
    boolean ended;
    boolean terminated;
    boolean tooLong;

    private final String first;
    private final int most;

    OpenTransaction(RawSegment segment, int index, int partBytes) {
        this.index = index;
        this.origin = new Origin(segment.line(), segment.column());
        this.first = segment.text();
        this.most = Math.max(partBytes - ENVELOPE, partBytes / 2);
        write(segment.text() + segment.end());
        terminated = segment.ending() == Ending.TERMINATED;
        tooLong |= segment.ending() == Ending.TOO_LONG;
    }

    /** Adds a segment with the blanks before it, unless it is more than may be. */
    void append(RawSegment segment, Delimiters d) {
        segments++;
        tooLong |= segment.ending() == Ending.TOO_LONG;
        if (!terminated) {
            write(d.terminator());
        }
        terminated = segment.ending() == Ending.TERMINATED;
        write(segment.raw());
    }

    private void write(String bytes) {
        if (raw.size() + bytes.length() > most) {
            tooLong = true;
        }
        if (!tooLong) {
            raw.writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    Problem tooLongProblem(EdiLimits limits, int interchange) {
        return Problem.error(
                "transaction-too-long",
                new Place(
                        origin.line(),
                        origin.column(),
                        "interchange " + interchange + ", transaction " + index),
                "must have at most "
                        + limits.partBytes()
                        + " bytes with its envelope, and segments of at most "
                        + limits.segmentLength()
                        + "; it was cut off");
    }

    String type(Delimiters d) {
        String type = d.format() == Format.X12 ? Elements.of(first, 1, d) : components(d).get(0);
        String name = type.strip();
        return name.matches("[A-Za-z0-9]{1,10}") ? name : "unknown";
    }

    String reference(Delimiters d) {
        return Elements.of(first, d.format() == Format.X12 ? 2 : 1, d);
    }

    /** The version in the transaction's own header; {@code null} if it names none. */
    String version(Delimiters d) {
        if (d.format() == Format.X12) {
            return Identity.orNull(Elements.of(first, 3, d));
        }
        List<String> parts = components(d);
        return parts.size() < 2
                ? null
                : Identity.orNull(String.join(":", parts.subList(1, parts.size())));
    }

    private List<String> components(Delimiters d) {
        return Elements.split(Elements.of(first, 2, d), d.component(), d);
    }
}
