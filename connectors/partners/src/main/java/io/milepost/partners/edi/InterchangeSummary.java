package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an interchange was, told once it is over.
 *
 * @param format X12 or EDIFACT
 * @param header sender, receiver, control number and time, without group and transaction
 * @param version version of the envelope (X12 ISA12) or of the syntax (EDIFACT UNB S001)
 * @param number which interchange of the stream it was, from 1
 * @param line line at which it begins, from 1
 * @param groups functional groups in it
 * @param transactions transactions in it, those that are broken too
 * @param unfinished transactions without an end or cut off at a limit
 * @param byType transactions by type
 * @param test whether its sender marks it as a test
 * @param acknowledgementWanted whether its sender asks for a technical acknowledgement of the
 *     interchange
 * @param problems what is wrong with its envelope, put right where possible
 */
public record InterchangeSummary(
        Format format,
        InterchangeHeader header,
        String version,
        int number,
        int line,
        int groups,
        int transactions,
        int unfinished,
        Map<String, Integer> byType,
        boolean test,
        boolean acknowledgementWanted,
        List<Problem> problems) {

    /** Takes copies of the collections. */
    public InterchangeSummary {
        byType = Collections.unmodifiableMap(new TreeMap<>(byType));
        problems = List.copyOf(problems);
    }
}
