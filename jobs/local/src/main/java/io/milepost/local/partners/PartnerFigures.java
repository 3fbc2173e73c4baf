package io.milepost.local.partners;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went to and fro between the partners of a story and us.
 *
 * @param pieces records that came in: transactions, summaries, and what became of documents
 * @param sent messages that partners sent, by format
 * @param repeated how many of them were sent again
 * @param said what they say, one thing of one line each
 * @param mapped events that were made of it
 * @param ordersSent orders that their suppliers got
 * @param changesSent changes and cancellations that they got
 * @param ordersAcknowledged orders that a supplier's system has acknowledged
 */
public record PartnerFigures(
        long pieces,
        Map<String, Long> sent,
        long repeated,
        long said,
        long mapped,
        long ordersSent,
        long changesSent,
        long ordersAcknowledged) {

    /** Keeps its own copy, in the same order. */
    public PartnerFigures {
        sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    }
}
