package io.milepost.partners.intake;

import java.util.List;

/**
 * What a partner is told of what it sent, once it lies in Kafka.
 *
 * @param id id of the receipt; every piece carries it
 * @param sha256 SHA-256 of all that was sent, in hexadecimal: its name in the archive
 * @param length how many bytes were sent
 * @param transactions how many transactions were found
 * @param problems what was found wrong while they were cut out, in words, at most 20; what is wrong
 *     within a transaction is found later
 */
public record Receipt(
        String id, String sha256, long length, int transactions, List<String> problems) {

    /** Takes a copy of the problems. */
    public Receipt {
        problems = List.copyOf(problems);
    }
}
