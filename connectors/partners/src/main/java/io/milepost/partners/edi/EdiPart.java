package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.Problem;
import java.util.List;

/**
 * One transaction of an interchange, with an envelope of its own: it can be kept, sent through a
 * topic, repaired by hand and read again without the rest.
 *
 * @param format X12 or EDIFACT
 * @param type the transaction's type as it was sent, {@code 855} or {@code ORDRSP}; {@code TA1} for
 *     the acknowledgement of an interchange, which stands outside of transactions; {@code unknown}
 *     if it says none
 * @param version the version it names, {@code 004010} or {@code D:96A:UN}; {@code null} if none
 * @param header sender, receiver and control numbers
 * @param interchange which interchange of the stream it was in, from 1
 * @param index which transaction of that interchange it was, from 1
 * @param origin where in the stream it begins
 * @param bytes a small interchange: the envelope as it should have been, the transaction as it was
 *     sent, in the sender's character set; not copied, and not to be changed
 * @param problems errors with which it is not worth reading: it was cut off at a limit; else empty
 */
public record EdiPart(
        Format format,
        String type,
        String version,
        InterchangeHeader header,
        int interchange,
        int index,
        Origin origin,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
        List<Problem> problems) {

    /** Takes a copy of the problems. */
    public EdiPart {
        problems = List.copyOf(problems);
    }
}
