package io.milepost.partners.edi;

import io.milepost.partners.message.Problem;
import java.util.List;

/**
 * What a stream of interchanges held.
 *
 * @param bytes its length
 * @param interchanges interchanges in it
 * @param transactions transactions in all of them
 * @param problems what stands outside of any interchange, or that there is none
 */
public record StreamSummary(
        long bytes, int interchanges, int transactions, List<Problem> problems) {

    /** Takes a copy of the problems. */
    public StreamSummary {
        problems = List.copyOf(problems);
    }
}
