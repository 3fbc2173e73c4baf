package io.milepost.partners.message;

import java.time.Instant;

/**
 * Who sent an interchange to whom, and under which number: its identity for finding repeats. Every
 * part that the format or the sender leaves out is {@code null}.
 *
 * @param sender the sender's identification with its qualifier, as {@code qualifier:id} (X12 ISA05
 *     and ISA06, EDIFACT UNB S002); without a qualifier the id alone
 * @param receiver the receiver's identification, in the same way
 * @param controlNumber the interchange's control number (ISA13, UNB 0020)
 * @param groupControlNumber the functional group's control number (GS06, UNG 0048)
 * @param messageControlNumber the transaction's or message's control number (ST02, UNH 0062)
 * @param preparedAt when the interchange was prepared, by the sender's clock and without a zone
 *     taken as UTC
 */
public record InterchangeHeader(
        String sender,
        String receiver,
        String controlNumber,
        String groupControlNumber,
        String messageControlNumber,
        Instant preparedAt) {

    /** A message that came without an interchange around it, as XML and JSON do. */
    public static final InterchangeHeader NONE =
            new InterchangeHeader(null, null, null, null, null, null);
}
