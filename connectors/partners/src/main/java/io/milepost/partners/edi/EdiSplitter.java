package io.milepost.partners.edi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream of X12 and EDIFACT interchanges into transactions, each with an envelope of its
 * own. The stream may be of any length and hold any number of interchanges of both kinds; no more
 * than one transaction is kept at a time. What senders get wrong around their transactions is put
 * right and listed; whatever one transaction looks like, the others come out whole.
 */
public final class EdiSplitter {

    private final EdiLimits limits;

    /** A splitter with the usual limits. */
    public EdiSplitter() {
        this(EdiLimits.DEFAULT);
    }

    /** A splitter with limits of one's own. */
    public EdiSplitter(EdiLimits limits) {
        this.limits = limits;
    }

    /** Takes what was cut, in the order of the stream. */
    public interface Sink {

        /**
         * One transaction.
         *
         * @throws IOException if it cannot be taken; the splitting ends with the same
         */
        void transaction(EdiPart part) throws IOException;

        /**
         * An interchange that is over; its transactions were handed over before.
         *
         * @throws IOException if it cannot be taken; the splitting ends with the same
         */
        void interchange(InterchangeSummary summary) throws IOException;
    }

    /**
     * Cuts the stream; does not close it.
     *
     * @throws IOException if the stream cannot be read or the sink does not take what was cut,
     *     never because of what the stream says
     */
    public StreamSummary split(InputStream in, Sink sink) throws IOException {
        return new Splitting(in, limits, sink).run();
    }
}
