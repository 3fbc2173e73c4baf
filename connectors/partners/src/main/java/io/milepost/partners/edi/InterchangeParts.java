package io.milepost.partners.edi;

import io.milepost.partners.edi.EdiSplitter.Sink;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/** Hands over what is in an interchange, each transaction as an interchange of its own. */
final class InterchangeParts {

    private final Opening opening;
    private final Charset charset;
    private final Delimiters bytes;
    private final int number;
    private final EdiLimits limits;
    private final Sink sink;
    private final boolean x12;

    /**
     * Nothing is handed over yet.
     *
     * @param bytes the delimiters as they are among the stream's bytes
     * @param number of the interchange in the stream
     */
    InterchangeParts(
            Opening opening,
            Charset charset,
            Delimiters bytes,
            int number,
            EdiLimits limits,
            Sink sink) {
        this.opening = opening;
        this.charset = charset;
        this.bytes = bytes;
        this.number = number;
        this.limits = limits;
        this.sink = sink;
        this.x12 = opening.delimiters().format() == Format.X12;
    }

    /**
     * Hands over a transaction.
     *
     * @param group that it is in; {@code null} if it is in none
     */
    void handOver(OpenTransaction done, OpenGroup group) throws IOException {
        sink.transaction(
                new EdiPart(
                        opening.delimiters().format(),
                        done.type(bytes),
                        version(done, group),
                        header(group, done.reference(bytes)),
                        number,
                        done.index,
                        done.origin,
                        enveloped(done, group),
                        done.tooLong ? List.of(done.tooLongProblem(limits, number)) : List.of()));
    }

    /** Hands over a segment by which an interchange is acknowledged, as a transaction. */
    void handOver(RawSegment acknowledgement, OpenGroup group, int index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Envelope envelope = new Envelope(opening, charset, bytes, out);
        envelope.begin(acknowledgement.text());
        envelope.endWithoutGroup();
        sink.transaction(
                new EdiPart(
                        Format.X12,
                        "TA1",
                        null,
                        header(group, ""),
                        number,
                        index,
                        new Origin(acknowledgement.line(), acknowledgement.column()),
                        out.toByteArray(),
                        List.of()));
    }

    private String version(OpenTransaction done, OpenGroup group) {
        String own = done.version(bytes);
        return own == null && group != null ? group.version(bytes) : own;
    }

    private InterchangeHeader header(OpenGroup group, String reference) {
        InterchangeHeader h = opening.header();
        return new InterchangeHeader(
                h.sender(),
                h.receiver(),
                h.controlNumber(),
                group == null ? null : Identity.orNull(group.reference(bytes)),
                Identity.orNull(reference),
                h.preparedAt());
    }

    private byte[] enveloped(OpenTransaction done, OpenGroup group) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(done.raw.size() + 400);
        Envelope envelope = new Envelope(opening, charset, bytes, out);
        envelope.begin(group == null ? null : group.text);
        if (group == null && x12) {
            envelope.inventGroup(done.type(bytes), opening);
        }
        out.writeBytes(done.raw.toByteArray());
        if (!done.terminated) {
            envelope.terminate();
        }
        envelope.end(group != null || x12, group == null ? null : group.reference(bytes));
        return out.toByteArray();
    }
}
